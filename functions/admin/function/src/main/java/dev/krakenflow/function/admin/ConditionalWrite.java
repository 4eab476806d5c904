package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a draft only if nothing it was worked out from has changed since; otherwise works it out again. So admin calls
 * that meet end as if one had come after the other: those of this process really do, and only those of others can be in
 * the way. Thread-safe.
 */
final class ConditionalWrite {

    private static final int RETRIES = 5;

    private final DefinitionStore store;
    private final LivePlans live;
    private final WriteQueue queue;
    private final Pauses pauses;

    ConditionalWrite(DefinitionStore store, LivePlans live, WriteQueue queue, Pauses pauses) {
        this.store = store;
        this.live = live;
        this.queue = queue;
        this.pauses = pauses;
    }

    /**
     * Works a draft out and writes it, again for each subscription.
     *
     * @param draft reads and compiles anew each time it is subscribed
     * @return the draft's answer, when the write is live; fails with {@code conflict} after five more tries in vain,
     *     and with {@code overloaded} when its turn does not come
     */
    Uni<Object> write(Uni<Draft> draft) {
        return writeDraft(draft).map(Draft::answer);
    }

    /** As {@link #write}, and gives the draft that was written. One that changes nothing is not written. */
    Uni<Draft> writeDraft(Uni<Draft> draft) {
        return queue.inTurn(attempt(draft, 1));
    }

    /** Works a draft out when its turn has come, as a write would be, and does not write it. */
    Uni<Object> preview(Uni<Draft> draft) {
        return queue.inTurn(draft).map(Draft::answer);
    }

    private Uni<Draft> attempt(Uni<Draft> draft, int tries) {
        return draft.chain(worked -> worked.changesNothing()
                ? Uni.createFrom().item(worked)
                : store.commit(worked.change()).chain(commit -> switch (commit) {
                    case Commit.Committed done ->
                        live.changed(worked.pipelines(), worked.changesRouting())
                                .replaceWith(worked);
                    case Commit.Refused refused
                    when tries <= RETRIES -> pauses.after(tries).chain(() -> attempt(draft, tries + 1));
                    case Commit.Refused refused -> Uni.createFrom().failure(() -> conflict(refused.changed()));
                }));
    }

    private static RequestException conflict(Set<RecordKey> changed) {
        return RequestException.of(
                FailureCode.CONFLICT,
                "others kept changing " + new TreeSet<>(changed) + "; nothing was written, try again");
    }
}
