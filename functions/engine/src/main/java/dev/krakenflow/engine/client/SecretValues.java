package dev.krakenflow.engine.client;

import dev.krakenflow.failure.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The secrets that clients of this process were given, so that they can be hidden where somebody looks into a run: a
 * service may send back what it was sent. The newest {@value #MOST} are known; one of less than {@value #SHORTEST}
 * characters is not, because it would be found everywhere. One for a process; thread-safe.
 */
public final class SecretValues {
    static final int SHORTEST = 4;
    static final int MOST = 1_000;

    private static final String HIDDEN = "***";

    private final Set<String> known = new LinkedHashSet<>();

    /** The longest first: one secret may begin as another does. */
    private volatile List<String> values = List.of();

    /** Learns of a secret; whoever gives one to a client tells. */
    public synchronized void add(String value) {
        if (value.length() < SHORTEST || !known.add(value)) {
            return;
        }
        if (known.size() > MOST) {
            known.remove(known.iterator().next());
        }
        List<String> sorted = new ArrayList<>(known);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        values = List.copyOf(sorted);
    }

    /** The text with stars in the place of each secret; the same object where it has none. */
    public String hideIn(String text) {
        String shown = text;
        for (String value : values) {
            if (shown.contains(value)) {
                shown = shown.replace(value, HIDDEN);
            }
        }
        return shown;
    }

    /** The failure as callers may see it: without secrets in its detail and in the strings of its members. */
    public Failure hideIn(Failure failure) {
        if (values.isEmpty()) {
            return failure;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        failure.members().forEach((name, value) -> members.put(name, hideInValue(value)));
        return new Failure(
                failure.type(),
                failure.code(),
                failure.status(),
                failure.title(),
                hideIn(failure.detail()),
                failure.place(),
                failure.attempts(),
                failure.upstream(),
                members,
                failure.retryAfter());
    }

    private Object hideInValue(Object value) {
        return switch (value) {
            case String text -> hideIn(text);
            case List<?> list -> list.stream().map(this::hideInValue).toList();
            case Map<?, ?> object -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                object.forEach((name, member) -> copy.put(name, hideInValue(member)));
                yield copy;
            }
            default -> value;
        };
    }
}
