package dev.krakenflow.engine.client;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/** A call that failed, as a value. Carries no stack trace of its own. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean beforeTheCall;
    private final boolean unsent;

    private ClientException(Failure failure, boolean beforeTheCall, boolean unsent, @Nullable Throwable cause) {
        super(failure.code() + ": " + failure.detail(), cause, false, false);
        this.failure = failure;
        this.beforeTheCall = beforeTheCall;
        this.unsent = unsent;
    }

    /** The call itself failed; step {@code call}, for which the service's {@code error} section is. */
    public static ClientException inCall(Failure failure, @Nullable Throwable cause) {
        return new ClientException(failure, false, false, cause);
    }

    /** The call failed before the service could have seen anything of it; step {@code call} as well. */
    public static ClientException unsent(Failure failure, @Nullable Throwable cause) {
        return new ClientException(failure, false, true, cause);
    }

    /** The args cannot be sent; step {@code prepare}, nothing was sent. */
    public static ClientException inPrepare(Failure failure) {
        return new ClientException(failure, true, true, null);
    }

    public Failure failure() {
        return failure;
    }

    public boolean beforeTheCall() {
        return beforeTheCall;
    }

    /** Whether the service surely saw nothing of the call; false where nobody knows. */
    public boolean isUnsent() {
        return unsent;
    }
}
