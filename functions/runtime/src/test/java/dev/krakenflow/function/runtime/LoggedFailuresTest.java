package dev.krakenflow.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggedFailuresTest {
    private static final Logger LOGGER = Logger.getLogger(LoggedFailures.class.getName());

    private final List<LogRecord> records = new ArrayList<>();
    private final LoggedFailures log = new LoggedFailures();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            records.add(logged);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
    }

    private static Failure failure(String detail) {
        FailurePlace place = FailurePlace.NOWHERE.withRun("pipe", "id").withComponent("clean", "/finally/0");
        return Failure.of(FailureCode.TIMEOUT, detail).at(place);
    }

    private LogRecord only() {
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @Test
    void tellsInOneLineWhatFailedAtLast() {
        log.inFinally(failure("too slow"));
        assertThat(text(only())).isEqualTo("finally failed with timeout, pipeline pipe, component clean: too slow");
        assertThat(only().getThrown()).isNull();
    }

    @Test
    void tellsInOneLineWhatCouldNotBeUndone() {
        log.inCompensation(failure("first\r\nsecond\u001b[31m\u2028third"));
        assertThat(text(only()))
                .isEqualTo("compensate failed with timeout, pipeline pipe, component clean: first second [31m third");
    }

    @Test
    void cutsWhatIsLong() {
        log.inFinally(failure("x".repeat(10_000)));
        assertThat(text(only())).hasSizeLessThan(600).endsWith("…");
    }

    /** The text of a record, however the logging in use keeps it. */
    private static String text(LogRecord logged) {
        Object[] parameters = logged.getParameters();
        return parameters == null ? logged.getMessage() : String.format(logged.getMessage(), parameters);
    }
}
