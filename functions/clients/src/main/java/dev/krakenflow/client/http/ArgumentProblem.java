package dev.krakenflow.client.http;

/** Args, or a {@code start}, that no request can be made of. The message says what was expected, never the value. */
final class ArgumentProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArgumentProblem(String message) {
        super(message, null, false, false);
    }
}
