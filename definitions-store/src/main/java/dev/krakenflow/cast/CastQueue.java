package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where events wait that run later, one queue for each pipeline; who casts and who asks. Every {@code Uni} does its work
 * on subscription and fails with {@code StoreUnavailableException} when the queue does not answer in time. Thread-safe.
 */
public interface CastQueue {

    /** The most events that may wait or be dead in the queue of one pipeline. */
    int MOST = 100_000;

    /**
     * Takes events, all or none: after {@link Acceptance.Accepted} they survive the end of any process. When this fails
     * they may have been taken all the same; the same events offered again are taken once. Events that have come before need neither room nor a consumer.
     */
    Uni<Acceptance> offer(Cast cast);

    /** What became of an event; null when its reference is not known, or not any more. */
    Uni<@Nullable CastState> find(String reference);

    /** Lets the dead events of a pipeline run again, with all their deliveries before them; gives how many there are. */
    Uni<Integer> redrive(String pipeline);

    /** How many events wait, run and are dead, by pipeline; only pipelines that have some. For metrics. */
    Uni<Map<String, CastDepth>> depths();

    /** Drops what waits, runs or is dead in the queue of a pipeline that was deleted; what is done stays known. */
    Uni<Void> forget(String pipeline);
}
