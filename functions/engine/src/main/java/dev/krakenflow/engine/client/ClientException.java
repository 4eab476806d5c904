package dev.krakenflow.engine.client;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/** A call that failed, as a value. Carries no stack trace of its own. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean beforeTheCall;

    private ClientException(Failure failure, boolean beforeTheCall, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.detail(), cause, false, false);
        this.failure = failure;
        this.beforeTheCall = beforeTheCall;
    }

    /** The call itself failed; step {@code call}, for which the service's {@code error} section is. */
    public static ClientException inCall(Failure failure, @Nullable Throwable cause) {
        return new ClientException(failure, false, cause);
    }

    /** The args cannot be sent; step {@code prepare}, nothing was sent. */
    public static ClientException inPrepare(Failure failure) {
        return new ClientException(failure, true, null);
    }

    public Failure failure() {
        return failure;
    }

    public boolean beforeTheCall() {
        return beforeTheCall;
    }
}
