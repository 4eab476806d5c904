package dev.krakenflow.client.start;

import org.jspecify.annotations.Nullable;

/** The variables of a process, as {@link System#getenv(String)} gives them. Thread-safe. */
@FunctionalInterface
public interface Environment {

    /** The value of a variable, or null when it is not set. */
    @Nullable String get(String variable);
}
