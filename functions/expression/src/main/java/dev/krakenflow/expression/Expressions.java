package dev.krakenflow.expression;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Compiles what stands in definitions. One is enough for a process: it holds the bounds, and the functions of the scopes
 * that are in use. Whoever compiles much with one scope keeps that scope, so that its functions are compiled once.
 * Thread-safe.
 */
public interface Expressions {

    /** Any JSON value as a template. Every problem in it is found. */
    Compiled<Template> template(JsonNode json, Scope scope);

    /** A boolean or an expression. Anything else is a problem. */
    Compiled<Condition> condition(JsonNode json, Scope scope);

    /**
     * A JSONata function of one argument (a service's {@code start.functions}); its template's input is the argument.
     *
     * @param name one of the scope's functions
     */
    Compiled<Template> function(String name, Scope scope);
}
