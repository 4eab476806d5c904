package dev.krakenflow.function.aws;

import java.util.Collection;
import java.util.stream.Collectors;

/** A payload that no known trigger sends. Its message says what was seen, by names and never by values. */
public final class UnknownPayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 64;

    public UnknownPayloadException(String seen) {
        super("this payload is of no known trigger: " + seen + "; known are HTTP APIs and function URLs (payload format"
                + " 2.0), SQS, SNS, EventBridge, and direct invocations with \"event\", \"events\" or \"operation\"");
    }

    /** Without a stack trace: it tells about the payload, not about the function. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Some names for the message, in their order, each cut. */
    static String names(Collection<?> names) {
        String some = names.stream()
                .limit(MOST_NAMES)
                .map(name -> cut(String.valueOf(name)))
                .collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? some + ", and " + (names.size() - MOST_NAMES) + " more" : some;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
