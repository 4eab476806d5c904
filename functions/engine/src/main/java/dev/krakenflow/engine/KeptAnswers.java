package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.ValueTooLargeException;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** The answers of calls that may come again, as JSON text in a store. Thread-safe. */
final class KeptAnswers {
    private final IdempotencyStore store;
    private final FailureLog log;

    KeptAnswers(IdempotencyStore store, FailureLog log) {
        this.store = store;
        this.log = log;
    }

    /** As {@link IdempotencyStore#claim}; fails with {@code store-unavailable} when the store is away. */
    Uni<Claim> claim(IdempotencyKey key, String fingerprint, Duration running) {
        return store.claim(key, fingerprint, running).onFailure().transform(KeptAnswers::failed);
    }

    /**
     * Keeps what came out of a run, or lets the call come again when that is not final or cannot be kept. Never fails:
     * when the store is away the log is told, and the mark of the run ends by itself.
     *
     * @param token of the claim
     */
    Uni<Void> keep(IdempotencyKey key, String token, List<Outcome> outcomes, Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> StoredOutcomes.areFinal(outcomes)
                        ? store.finish(key, token, StoredOutcomes.write(outcomes), ttl)
                                .replaceWithVoid()
                        : store.release(key, token))
                .onFailure(KeptAnswers::cannotBeKept)
                .recoverWithUni(reason -> {
                    tell(key, reason);
                    return store.release(key, token);
                })
                .onFailure()
                .recoverWithItem(reason -> {
                    tell(key, reason);
                    return null;
                });
    }

    /** Lets a call come again that was not run. */
    void release(IdempotencyKey key, String token) {
        store.release(key, token).subscribe().with(released -> {}, reason -> tell(key, reason));
    }

    private static boolean cannotBeKept(Throwable reason) {
        return reason instanceof ValueTooLargeException || reason instanceof IllegalArgumentException;
    }

    private void tell(IdempotencyKey key, Throwable reason) {
        Failure failure = Failure.of(FailureCode.INTERNAL, "the answer to a call that may come again was not kept");
        String step = TemplateField.step(IdempotencyField.KEY);
        FailurePlace place = new FailurePlace(key.pipeline(), null, null, step, null, null, null);
        log.notKept(failure.at(place), reason);
    }

    private static Throwable failed(Throwable reason) {
        String detail = "what is known of earlier calls cannot be reached, so this one did not begin";
        return reason instanceof StoreUnavailableException
                ? new RunException(Failure.of(FailureCode.STORE_UNAVAILABLE, detail), reason)
                : reason;
    }
}
