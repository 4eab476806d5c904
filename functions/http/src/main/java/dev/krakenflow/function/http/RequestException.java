package dev.krakenflow.function.http;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;

/** A request that cannot be served: the caller's mistake, or something that is away. Carries no stack trace of its own. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public RequestException(Failure failure) {
        super(failure.code() + ": " + failure.detail(), null, false, false);
        this.failure = failure;
    }

    /** A request that was refused with one of our own codes. */
    public static RequestException of(FailureCode code, String detail) {
        return new RequestException(Failure.of(code, detail));
    }

    /** A request with the failure {@code invalid-request}. */
    public static RequestException invalid(String detail) {
        return of(FailureCode.INVALID_REQUEST, detail);
    }

    public Failure failure() {
        return failure;
    }
}
