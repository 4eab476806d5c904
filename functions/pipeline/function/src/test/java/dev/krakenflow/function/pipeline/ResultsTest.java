package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResultsTest {

    private static final List<Map<String, Object>> HISTORY = List.of(Map.of("component", "a"));
    private static final Outcome ONE = new Outcome.Completed(Map.of("x", 1), HISTORY);
    private static final Outcome TWO = new Outcome.Completed(Map.of("x", 2), HISTORY);
    private static final Outcome ENDED = new Outcome.Ended(HISTORY);
    private static final Outcome FAILED = new Outcome.Failed(
            Failure.of(FailureCode.CIRCUIT_OPEN, "open").withRetryAfter(Duration.ofSeconds(7)), HISTORY);

    @Test
    void answersOneResultAsAnObject() {
        assertThat(Results.ofOne(List.of(ENDED, ONE), false).body()).isEqualTo(Map.of("x", 1));
    }

    @Test
    void answersSeveralResultsAsAListWithProblemsInTheirPlaces() {
        Answer answer = Results.ofOne(List.of(ONE, FAILED, ENDED, TWO), false);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("kraken-failed", "1");
        assertThat((List<?>) answer.body()).hasSize(3);
    }

    @Test
    void answersOneResultBesideAFailureAsAList() {
        assertThat(Results.ofOne(List.of(FAILED, ONE), false).body()).isInstanceOf(List.class);
    }

    @Test
    void answersNothingWhenNothingCameOut() {
        assertThat(Results.ofOne(List.of(ENDED), true).status()).isEqualTo(204);
        assertThat(Results.ofOne(List.of(), false).status()).isEqualTo(204);
    }

    @Test
    void answersTheFirstProblemWhenThereAreOnlyProblems() {
        Answer answer = Results.ofOne(List.of(ENDED, FAILED, FAILED), false);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("retry-after", "7");
    }

    @Test
    void answersAListOfEventsAlwaysAsAList() {
        assertThat(Results.ofList(List.of(), false).body()).isEqualTo(List.of());
        assertThat(Results.ofList(List.of(List.of(ONE)), false).body()).isEqualTo(List.of(Map.of("x", 1)));
        Answer failed = Results.ofList(List.of(List.of(FAILED), List.of(FAILED)), false);
        assertThat(failed.status()).isEqualTo(200);
        assertThat(failed.headers()).containsEntry("kraken-failed", "2");
    }

    @Test
    void explainsEveryResultWhenAsked() {
        assertThat(Results.ofOne(List.of(ONE), true).body())
                .isEqualTo(Map.of("event", Map.of("x", 1), "history", HISTORY));
        assertThat(((Map<?, ?>) Results.ofOne(List.of(FAILED), true).body()).get("history"))
                .isEqualTo(HISTORY);
    }

    @Test
    void saysOfAnAnswerThatAllOfItWasGivenBefore() {
        Outcome one = new Outcome.Completed(Map.of("x", 1), List.of(), true);
        Outcome ended = new Outcome.Ended(List.of(), true);
        Outcome raised = new Outcome.Failed(Failure.of(FailureCode.IN_USE, "raised"), List.of(), true);
        for (List<Outcome> replayed : List.of(List.of(one), List.of(ended), List.of(raised), List.of(raised, one))) {
            assertThat(Results.ofOne(replayed, false).headers()).containsEntry("idempotent-replayed", "true");
            assertThat(Results.ofList(List.of(replayed, replayed), false).headers())
                    .containsEntry("idempotent-replayed", "true");
        }
        List<List<Outcome>> mixed = List.of(List.of(one), List.of(TWO));
        assertThat(Results.ofList(mixed, false).headers()).doesNotContainKey("idempotent-replayed");
        assertThat(Results.ofList(List.of(), false).headers()).doesNotContainKey("idempotent-replayed");
        assertThat(Results.ofOne(List.of(ONE), false).headers()).doesNotContainKey("idempotent-replayed");
    }
}
