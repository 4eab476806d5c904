package dev.krakenflow.standalone.redis;

import org.jspecify.annotations.Nullable;

/** The embedded Redis cannot be started; the message says why, for the user who started it. */
public final class RedisStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RedisStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
