package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastReference;
import dev.krakenflow.engine.CallMark;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Offers the events of one pipeline to the queue. Thread-safe. */
final class Casts {

    /** How many events of a list may have keys that stand for others before all of it is refused. */
    private static final int MOST_MISMATCHES = 100;

    private final CastQueue queue;
    private final CastBeginning beginning;
    private final Runs runs;
    private final Scheduler scheduler;
    private final RandomGenerator random;

    /** @param random must not be predictable; may be shared by threads */
    Casts(CastQueue queue, CastBeginning beginning, Runs runs, Scheduler scheduler, RandomGenerator random) {
        this.queue = queue;
        this.beginning = beginning;
        this.runs = runs;
        this.scheduler = scheduler;
        this.random = random;
    }

    /**
     * Lets so many events of a call pass.
     *
     * @throws RequestException {@code payload-too-large} when the pipeline does not take so many
     */
    void check(PlanRunner runner, int events) {
        runs.share(runner, events);
    }

    /**
     * Offers the events of a call, each for itself, or all together where they must run in their order. What is no event is
     * refused, the others are taken or not as one.
     *
     * @param events of the pipeline, any JSON values
     * @return for each event, in their order, what its caster is told. Fails with {@link RequestException} when the queue
     *     takes none
     */
    Uni<List<CastTicket>> offer(PlanRunner runner, List<?> events, Call call) {
        return Uni.createFrom().deferred(() -> {
            CastOffer offer = new CastOffer(events.size());
            RunOptions options = options(runner, call);
            for (int place = 0; place < events.size(); place++) {
                if (events.get(place) instanceof Map<?, ?> event) {
                    offer.add(place, event(runner, event, options));
                } else {
                    offer.refuse(place, failure(runner, FailureCode.INVALID_EVENT, "an event must be an object"));
                }
            }
            return offer(runner, offer, call, 0);
        });
    }

    private RunOptions options(PlanRunner runner, Call call) {
        long deadline = scheduler.nanoTime() + runner.plan().limits().timeout().toNanos();
        return new RunOptions(false, deadline, call.tracing(), null, null, call.identity());
    }

    private CastEvent event(PlanRunner runner, Map<?, ?> event, RunOptions options) {
        CallMark mark = runner.identify(event, options);
        CastOnce once = mark == null ? null : new CastOnce(mark.key(), mark.fingerprint(), mark.ttl());
        return new CastEvent(
                CastReference.next(random),
                JsonWriter.writeBytes(event),
                options.identity().key(),
                once);
    }

    private Uni<List<CastTicket>> offer(PlanRunner runner, CastOffer offer, Call call, int mismatches) {
        if (offer.events().isEmpty()) {
            return Uni.createFrom().item(offer::tickets);
        }
        boolean together = call.body() instanceof List<?> && runner.plan().serial();
        Cast cast = new Cast(runner.plan().pipeline(), offer.events(), together, call.tracing());
        return offered(cast).chain(acceptance -> switch (acceptance) {
            case Acceptance.Accepted accepted -> {
                offer.taken(accepted.references());
                yield Uni.createFrom().item(offer::tickets);
            }
            case Acceptance.NoConsumer none -> Uni.createFrom().failure(QueueUnavailable::noConsumer);
            case Acceptance.Full full -> Uni.createFrom().failure(QueueUnavailable::full);
            case Acceptance.Mismatch mismatch -> {
                Failure other = mismatch(runner);
                if (mismatches == MOST_MISMATCHES) {
                    throw new RequestException(other);
                }
                offer.refuseEvent(mismatch.index(), other);
                yield offer(runner, offer, call, mismatches + 1);
            }
            case Acceptance.TooLarge large -> {
                offer.refuseEvents(large.indexes(), tooLarge(runner, large.limit()));
                yield offer(runner, offer, call, mismatches);
            }
        });
    }

    private Uni<Acceptance> offered(Cast cast) {
        return beginning.offer(queue, cast).onFailure().transform(QueueUnavailable::orSame);
    }

    private static Failure mismatch(PlanRunner runner) {
        return failure(
                runner,
                FailureCode.IDEMPOTENCY_MISMATCH,
                "the key belongs to another event; send this one with its own");
    }

    private static Failure tooLarge(PlanRunner runner, int limit) {
        return failure(
                runner,
                FailureCode.PAYLOAD_TOO_LARGE,
                "the queue carries at most " + limit + " bytes in a message; call the pipeline, or cast less");
    }

    private static Failure failure(PlanRunner runner, FailureCode code, String detail) {
        String pipeline = runner.plan().pipeline();
        return Failure.of(code, detail).at(new FailurePlace(pipeline, null, null, null, null, null, null));
    }
}
