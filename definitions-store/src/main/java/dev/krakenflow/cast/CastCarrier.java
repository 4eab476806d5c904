package dev.krakenflow.cast;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * A queue elsewhere that carries deliveries, and knows nothing of them. Every {@code Uni} does its work on subscription and
 * fails with {@code StoreUnavailableException} when that queue does not answer in time. Thread-safe.
 */
public interface CastCarrier {

    /** The most bytes of one message. */
    int limit();

    /** How many of those a delivery takes. */
    int size(CastMessage message);

    /** Sends deliveries; when this fails some of them may be sent. What is sent is never lost, and may come twice. */
    Uni<Void> send(List<CastMessage> messages);

    /** Sends the dead deliveries of a pipeline again, as many as can be had; gives how many events that are. */
    Uni<Integer> redrive(String pipeline);

    /** A pipeline was deleted. What waits comes all the same, and is told to have failed then. */
    Uni<Void> forget(String pipeline);
}
