package dev.krakenflow.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.runtime.testing.RecordingLog;
import java.util.Map;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoggedFailuresTest {
    private static final String FAILED = "A run failed with timeout, pipeline pipe, component clean, event id";

    @RegisterExtension
    final RecordingLog logged = new RecordingLog(LoggedFailures.class);

    private final LoggedFailures log = new LoggedFailures(new LogPace(4, () -> 0), null);

    private static Failure failure(String detail) {
        FailurePlace place = FailurePlace.NOWHERE.withRun("pipe", "id").withComponent("clean", "/finally/0");
        return Failure.of(FailureCode.TIMEOUT, detail).at(place);
    }

    private LogRecord only() {
        assertThat(logged.records()).hasSize(1);
        return logged.records().get(0);
    }

    @Test
    void tellsInOneLineWhatFailedAtLast() {
        log.inFinally(failure("too slow"));
        assertThat(text(only())).isEqualTo("finally failed with timeout, pipeline pipe, component clean, event id");
        assertThat(only().getThrown()).isNull();
    }

    @Test
    void tellsInOneLineWhatCouldNotBeUndone() {
        log.inCompensation(failure("too slow"));
        assertThat(text(only())).isEqualTo("compensate failed with timeout, pipeline pipe, component clean, event id");
    }

    @Test
    void saysNothingThatMayComeFromAnEvent() {
        log.inFinally(failure("card 4711"));
        log.inFinally(Failure.ofRaise("card-4711", 400, "card 4711"));
        log.unexpected(failure("card 4711"), new IllegalStateException("card 4711"));
        assertThat(logged.records()).hasSize(3);
        assertThat(logged.records()).allSatisfy(it -> {
            assertThat(text(it)).doesNotContain("4711");
            assertThat(String.valueOf(it.getThrown())).doesNotContain("4711");
        });
    }

    @Test
    void logsNoRunThatFailsUnlessItIsToldTo() {
        log.answered(failure("late"));
        assertThat(logged.records()).isEmpty();
    }

    @Test
    void logsSomeFailedRunsASecondAndCountsTheOthers() {
        long[] now = {0};
        LoggedFailures runs = new LoggedFailures(new LogPace(2, () -> 0), new LogPace(2, () -> now[0]));
        for (int i = 0; i < 5; i++) {
            runs.answered(failure("late"));
        }
        assertThat(logged.records()).hasSize(2);
        now[0] = 1_000_000_000;
        runs.answered(failure("late"));
        runs.answered(failure("late"));
        assertThat(logged.records())
                .extracting(LoggedFailuresTest::text)
                .containsExactly(FAILED, FAILED, FAILED + "; 3 more before it", FAILED);
    }

    @Test
    void logsOnlySomeASecondOfWhatEventsCanBringAbout() {
        for (int i = 0; i < 3; i++) {
            log.inFinally(failure("late"));
            log.inCompensation(failure("late"));
            log.ofRun(Map.of()).notKept(failure("late"), new IllegalStateException("away"));
        }
        assertThat(logged.records()).hasSize(4);
    }

    @Test
    void tellsTheTraceWhereTheRunHasOne() {
        Map<String, String> tracing = Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        log.ofRun(tracing).inFinally(failure("late"));
        assertThat(((ExtLogRecord) only()).getMdcCopy())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "event_id", "id",
                        "trace_id", "0af7651916cd43dd8448eb211c80319c",
                        "pipeline", "pipe",
                        "component", "clean",
                        "code", "timeout"));
        assertThat(LogLine.traceId(Map.of("traceparent", "00-" + "x".repeat(60))))
                .isNull();
        assertThat(LogLine.traceId(Map.of("traceparent", "00"))).isNull();
        assertThat(LogLine.traceId(Map.of())).isNull();
    }

    /** The text of a record, however the logging in use keeps it. */
    private static String text(LogRecord logged) {
        Object[] parameters = logged.getParameters();
        return parameters == null ? logged.getMessage() : String.format(logged.getMessage(), parameters);
    }
}
