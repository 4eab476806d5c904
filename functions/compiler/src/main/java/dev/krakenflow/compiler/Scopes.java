package dev.krakenflow.compiler;

import java.util.Set;

/** Which variables expressions may name, by the place where they stand. */
final class Scopes {
    /** Components, and the sections of a service function before and after its call. */
    static final Set<String> RUN = Set.of("event", "context");

    /** The {@code error} section of a service function. */
    static final Set<String> ERROR = Set.of("event", "context", "error");

    /** The sections of a composer with a memo. */
    static final Set<String> MEMO = Set.of("event", "context", "memo");

    /** The response of a trigger. */
    static final Set<String> RESPONSE = Set.of("context");

    private Scopes() {}
}
