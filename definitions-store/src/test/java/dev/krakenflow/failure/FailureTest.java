package dev.krakenflow.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final FailurePlace PLACE =
            new FailurePlace("pipe", "find", "/components/0", "call", "users", "find", "id-1");

    private final Failure limited = Failure.of(FailureCode.RATE_LIMITED, "full");

    @Test
    void roundsThePauseUpToWholeSeconds() {
        assertThat(limited.retryAfter()).isZero();
        assertThat(limited.withRetryAfter(Duration.ofMillis(2_001)).retryAfter())
                .isEqualTo(3);
        assertThat(limited.withRetryAfter(Duration.ofSeconds(2)).retryAfter()).isEqualTo(2);
        assertThat(limited.withRetryAfter(Duration.ZERO).retryAfter()).isEqualTo(1);
    }

    @Test
    void keepsThePauseWhateverElseBecomesKnown() {
        Failure failure = limited.withRetryAfter(Duration.ofSeconds(9))
                .at(FailurePlace.NOWHERE.withStep("call"))
                .withAttempts(2)
                .with("path", "x");
        assertThat(failure.retryAfter()).isEqualTo(9);
    }

    @Test
    void aProblemHasTheMembersOfTheFailureInOrder() {
        Failure failure = Failure.of(FailureCode.TIMEOUT, "too slow")
                .at(PLACE)
                .withAttempts(2)
                .with("path", "there");
        assertThat(failure.problem().keySet())
                .containsExactly(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "instance",
                        "code",
                        "pipeline",
                        "component",
                        "step",
                        "service",
                        "function",
                        "attempts",
                        "event_id",
                        "path");
        assertThat(failure.problem())
                .containsEntry("type", "urn:kraken:timeout")
                .containsEntry("status", 504)
                .containsEntry("attempts", 2);
    }

    @Test
    void aProblemLeavesOutWhatIsNotKnown() {
        assertThat(Failure.of(FailureCode.NO_TYPE, "no type").problem())
                .containsOnlyKeys("type", "title", "status", "detail", "code");
    }

    @Test
    void aProblemDoesNotTellWhatTheServiceAnswered() {
        Failure failure = Failure.ofUpstream(new Upstream(404, Map.of("x", "y"), "the body"), "refused");
        assertThat(failure.problem())
                .containsEntry("status", 502)
                .containsEntry("code", "http.404")
                .doesNotContainKeys("headers", "body");
    }

    @Test
    void aMemberOfItsOwnDoesNotReplaceOneThatEveryProblemHas() {
        assertThat(Failure.of(FailureCode.NO_TYPE, "no type")
                        .with("code", "other")
                        .problem())
                .containsEntry("code", "no-type");
    }
}
