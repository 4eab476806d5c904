package dev.krakenflow.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code $context}: an object whose members are looked up when an expression asks for them.
 *
 * @see Origin
 */
final class ContextVariable extends AbstractMap<String, Object> {
    private final Origin origin;
    private final @Nullable String component;
    private final int attempt;

    /** @param attempt counts from 1 inside a service's function; 0 elsewhere, where it is missing */
    ContextVariable(Origin origin, @Nullable String component, int attempt) {
        this.origin = origin;
        this.component = component;
        this.attempt = attempt;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name ? member(name) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : new String[] {"pipeline", "component", "event_id", "attempt", "trigger"}) {
            Object value = member(name);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members.entrySet();
    }

    private @Nullable Object member(String name) {
        return switch (name) {
            case "pipeline" -> origin.pipeline();
            case "component" -> component;
            case "event_id" -> origin.eventId();
            case "attempt" -> attempt == 0 ? null : (Object) attempt;
            case "trigger" -> origin.trigger();
            default -> null;
        };
    }
}
