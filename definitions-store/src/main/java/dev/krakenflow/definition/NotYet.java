package dev.krakenflow.definition;

import java.util.Set;

/**
 * What the language has and this version does not build yet, in one place: a name is removed when its feature comes.
 *
 * @param names keys
 */
public record NotYet(Set<String> names) {
    /** Keys of a pipeline. */
    public static final NotYet PIPELINE = of("max_deliveries");

    /** Nothing: all that the language has here is built. */
    public static final NotYet NOTHING = of();

    public NotYet {
        names = Set.copyOf(names);
    }

    private static NotYet of(String... names) {
        return new NotYet(Set.of(names));
    }

    /** Whether this name is a feature to come, and not a mistake. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** What to say of it. */
    public static String message(String name) {
        return name + " is not supported yet";
    }
}
