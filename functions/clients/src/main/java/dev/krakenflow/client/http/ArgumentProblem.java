package dev.krakenflow.client.http;

/** Args, or a {@code start}, that no request can be made of. Says what was expected, never the value. */
final class ArgumentProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    ArgumentProblem(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /** What was expected, and where. */
    String detail() {
        return detail;
    }
}
