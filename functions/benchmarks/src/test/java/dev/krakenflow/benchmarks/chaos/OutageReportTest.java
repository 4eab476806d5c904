package dev.krakenflow.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.Verdict;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageReportTest {
    private static final String AWAY = "{\"code\":\"store-unavailable\"}";

    /** Redis is away from second 10 to second 13. */
    private static final Outage OUTAGE = new Outage(second(10), second(10), second(13), second(13));

    @Test
    void isContentWhenCallsAreRefusedMeanwhileAndSucceedSoonAfter() {
        assertThat(exitCode(success(9), refused(10.5), refused(12), success(13.5)))
                .isZero();
    }

    @Test
    void isNotContentWithAnAnswerThatTookTooLong() {
        assertThat(exitCode(success(9), probe(10.5, 1.1, 503, AWAY), success(13.5)))
                .isEqualTo(1);
    }

    @Test
    void isNotContentWithAnotherFailure() {
        assertThat(exitCode(success(9), probe(10.5, 0.1, 500, "{}"), success(13.5)))
                .isEqualTo(1);
        assertThat(exitCode(success(9), probe(10.5, 0.1, 503, "{}"), success(13.5)))
                .isEqualTo(1);
    }

    @Test
    void isNotContentWithASuccessThatNeededWhatWasNotThere() {
        assertThat(exitCode(success(9), success(10.5), success(13.5))).isEqualTo(1);
    }

    @Test
    void isNotContentWhenARefusalComesLongAfterwards() {
        assertThat(exitCode(success(9), refused(10.5), success(13.5), refused(19), success(20)))
                .isEqualTo(1);
    }

    @Test
    void isNotContentWhenNothingSucceedsAnyMore() {
        assertThat(exitCode(success(9), refused(10.5), refused(14))).isEqualTo(1);
    }

    private static int exitCode(Probe... probes) {
        Verdict verdict = new Verdict(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        new OutageReport("memo", 200, "store-unavailable", List.of(probes), List.of(OUTAGE)).tell(verdict);
        return verdict.exitCode();
    }

    private static Probe success(double at) {
        return probe(at, 0.1, 200, "{}");
    }

    private static Probe refused(double at) {
        return probe(at, 0.1, 503, AWAY);
    }

    private static Probe probe(double at, double took, int status, String body) {
        return new Probe(1, second(at), second(at + took), status, body);
    }

    private static long second(double second) {
        return (long) (second * Duration.ofSeconds(1).toNanos());
    }
}
