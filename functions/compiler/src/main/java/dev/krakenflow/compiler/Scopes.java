package dev.krakenflow.compiler;

import java.util.HashSet;
import java.util.Set;

/** Which variables expressions may name, by the place where they stand. */
final class Scopes {

    /** Components, and the sections of a service function before and after its call. */
    static final Set<String> RUN = Set.of("event", "context");

    /** What stands where a failure is known: {@code error}, {@code catch}, {@code when}, {@code on_error}, {@code finally}. */
    static final Set<String> ERROR = Set.of("event", "context", "error");

    /** The response of a trigger. */
    static final Set<String> RESPONSE = Set.of("context");

    private static final String MEMO = "memo";

    private Scopes() {}

    /** What is seen here by the sections of a composer that has a memo. */
    static Set<String> withMemo(Set<String> variables) {
        Set<String> more = new HashSet<>(variables);
        more.add(MEMO);
        return Set.copyOf(more);
    }
}
