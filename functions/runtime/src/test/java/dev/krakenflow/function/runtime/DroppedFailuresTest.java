package dev.krakenflow.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DroppedFailuresTest {
    private static final Logger LOGGER = Logger.getLogger(DroppedFailures.class.getName());

    private final List<LogRecord> records = new ArrayList<>();
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

    @Test
    void saysNothingOfAStoreThatIsAway() {
        DroppedFailures.drop(new StoreUnavailableException("no answer in time", null));
        assertThat(records).isEmpty();
    }

    @Test
    void logsAMistakeWithoutItsMessage() {
        DroppedFailures.drop(new IllegalStateException("card 4711"));
        assertThat(records).hasSize(1);
        assertThat(records.get(0).getThrown()).hasMessage("java.lang.IllegalStateException");
    }
}
