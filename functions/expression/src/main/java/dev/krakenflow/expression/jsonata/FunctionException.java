package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.JException;

/** One of our functions was given what it cannot take. One of the library's exceptions, so that it gets an offset. */
final class FunctionException extends JException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    FunctionException(String reason) {
        super("function", -1);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
