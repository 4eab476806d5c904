package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

/**
 * What a Funqy function does, for whoever serves requests without Funqy.
 *
 * @param name that of the function, which is its path without the slash
 */
public record FunctionAction(String name, Action action) {
    public FunctionAction {
        requireNonNull(name);
        requireNonNull(action);
    }
}
