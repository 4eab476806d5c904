package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.memo.ValueTooLargeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what becomes of the events of one delivery. What would be a call's result is the event's. Whatever failed comes
 * again, until it was delivered too often. Who meets a run of the same call waits until that one must be over, and is none
 * the worse for it. Used by one thread.
 */
final class CastVerdict {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_DETAIL = 1_000;

    private final Delivery delivery;
    private final boolean last;
    private final Duration pause;
    private final Map<String, CastState> states = new HashMap<>();
    private Duration again = Duration.ZERO;

    /** @param maxDeliveries of the pipeline */
    CastVerdict(Delivery delivery, int maxDeliveries, CastPauses pauses) {
        this.delivery = delivery;
        this.last = delivery.number() >= maxDeliveries;
        this.pause = pauses.after(FIRST_PAUSE, delivery.number());
    }

    /** By what came out of each event, in their order. */
    CastSettlement of(List<List<Outcome>> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            add(delivery.events().get(i), outcomes.get(i));
        }
        return new CastSettlement(states, again);
    }

    /** All of them failed. */
    CastSettlement of(Failure failure) {
        delivery.events().forEach(event -> fail(event, failure));
        return new CastSettlement(states, again);
    }

    private void add(CastEvent event, List<Outcome> outcomes) {
        Answer answer = Results.ofOne(outcomes, false);
        if (answer.status() < 400) {
            states.put(event.reference(), CastState.done(json(answer.body())));
        } else {
            fail(event, firstFailure(outcomes));
        }
    }

    private static Failure firstFailure(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).failure())
                .findFirst()
                .orElseThrow();
    }

    private void fail(CastEvent event, Failure failure) {
        if (failure.is(FailureCode.IN_PROGRESS)) {
            comesAfter(Duration.ofSeconds(Math.max(1, failure.retryAfter())));
            return;
        }
        byte[] problem = problem(failure);
        states.put(event.reference(), last ? new CastState.Dead(problem) : new CastState.Failed(problem));
        comesAfter(pause);
    }

    private void comesAfter(Duration time) {
        again = again.compareTo(time) < 0 ? time : again;
    }

    /** The problem, without what is too large to be kept: what a definition raises can be of any size. */
    private static byte[] problem(Failure failure) {
        byte[] whole = json(failure.problem());
        return whole.length <= ValueTooLargeException.MAX_BYTES
                ? whole
                : json(cut(failure).problem());
    }

    private static Failure cut(Failure failure) {
        String detail = failure.detail();
        String shown = detail.length() <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL / 2)) + "…";
        return new Failure(
                failure.type(),
                failure.code(),
                failure.status(),
                failure.title(),
                shown,
                failure.place(),
                failure.attempts(),
                null,
                Map.of());
    }

    private static byte[] json(@Nullable Object value) {
        return value == null ? new byte[0] : JsonWriter.writeBytes(value);
    }
}
