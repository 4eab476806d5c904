package dev.krakenflow.compiler;

import dev.krakenflow.expression.Scope;

/** Which variables expressions may name, by the place where they stand. */
final class Scopes {
    /** Components, and the sections of a service function before and after its call. */
    static final Scope RUN = Scope.of("event", "context");

    /** The {@code error} section of a service function. */
    static final Scope ERROR = Scope.of("event", "context", "error");

    private Scopes() {}
}
