package dev.krakenflow.store.redis;

import dev.krakenflow.store.StoreUnavailableException;
import io.vertx.redis.client.Response;

/** What the Redis client reports, as failures of a store. */
final class StoreFailures {

    private static final String CLOSED_WHILE_WAITING = "CONNECTION_CLOSED";
    private static final String CLOSED_BEFORE = "Connection is closed";

    private StoreFailures() {}

    static StoreUnavailableException unavailable(Throwable cause) {
        return new StoreUnavailableException("the store cannot be reached or refused a command", cause);
    }

    /** Whether the connection ended before the answer came. */
    static boolean isLostConnection(Throwable failure) {
        return says(failure, CLOSED_WHILE_WAITING) || says(failure, CLOSED_BEFORE);
    }

    /** Whether Redis answered with an error of this code, its first word. */
    static boolean isReply(Throwable failure, String code) {
        return failure.getCause() instanceof Response && says(failure, code);
    }

    private static boolean says(Throwable failure, String words) {
        Throwable cause = failure.getCause();
        String message = cause == null ? null : cause.getMessage();
        return message != null && message.startsWith(words);
    }
}
