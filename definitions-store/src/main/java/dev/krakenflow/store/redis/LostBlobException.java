package dev.krakenflow.store.redis;

import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;

/** A pointer leads to a blob that is not there: the store was emptied, or the reader slept, since the pointer was read. */
final class LostBlobException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int TRIES = 2;

    LostBlobException(String key) {
        super("nothing stands under " + key);
    }

    /** The same reading, that starts again from the pointers when one of them led nowhere. */
    static <T> Uni<T> startAgain(Uni<T> reading) {
        return reading.onFailure(LostBlobException.class)
                .retry()
                .atMost(TRIES)
                .onFailure(LostBlobException.class)
                .transform(lost -> new StoreUnavailableException("the store lost something that it points to", lost));
    }
}
