package dev.krakenflow.client.http;

/** None of the addresses of a host may be called. */
final class EgressDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EgressDeniedException() {
        super("none of the host's addresses may be called", null, false, false);
    }
}
