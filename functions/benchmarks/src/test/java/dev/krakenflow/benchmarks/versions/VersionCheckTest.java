package dev.krakenflow.benchmarks.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.http.Answer;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VersionCheckTest {
    private final VersionCheck check = new VersionCheck(3, Duration.ZERO);

    @Test
    void takesAnAnswerThatShowsOneVersion() {
        assertThat(check.isRight(marked(2, 2), now())).isTrue();
        assertThat(check.saw(2)).isTrue();
        assertThat(check.seen()).isEqualTo(1);
    }

    @Test
    void findsTwoVersionsInOneAnswer() {
        assertThat(check.isRight(marked(1, 2), now())).isFalse();
        assertThat(check.mixed()).isEqualTo(1);
        assertThat(check.failed()).isZero();
    }

    @Test
    void countsWhatIsNoEventAsFailed() {
        assertThat(check.isRight(new Answer(503, "", Buffer.buffer("{}")), now()))
                .isFalse();
        assertThat(check.isRight(new Answer(200, "", Buffer.buffer("{}")), now()))
                .isFalse();
        assertThat(check.failed()).isEqualTo(2);
    }

    @Test
    void findsAVersionThatWasReplacedBeforeTheCallWasSent() {
        check.applied(2);
        assertThat(check.isRight(marked(1, 1), now())).isFalse();
        assertThat(check.stale()).isEqualTo(1);
    }

    @Test
    void leavesCallsTheOldVersionThatWereSentBeforeTheNewOneWasApplied() {
        long before = now();
        check.applied(2);
        assertThat(check.isRight(marked(1, 1), before)).isTrue();
    }

    @Test
    void leavesCallsTheOldVersionForAsLongAsTheyMaySeeIt() {
        VersionCheck patient = new VersionCheck(3, Duration.ofHours(1));
        patient.applied(2);
        assertThat(patient.isRight(marked(1, 1), now())).isTrue();
    }

    private static long now() {
        return System.nanoTime() + 1;
    }

    private static Answer marked(int stages, int service) {
        String event = "{\"first\":%d,\"client\":%d,\"interface\":%d,\"plugged\":%d,\"last\":%d}"
                .formatted(stages, service, service, stages, stages);
        return new Answer(200, "", Buffer.buffer(event));
    }
}
