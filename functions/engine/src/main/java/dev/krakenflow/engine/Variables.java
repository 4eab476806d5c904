package dev.krakenflow.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a component's expressions, or of a service function's. Made for each component an event passes, so
 * it holds what is at hand and makes the values when an expression asks.
 */
final class Variables extends AbstractMap<String, Object> {
    private final Origin origin;
    private final @Nullable String component;
    private final int attempt;
    private final Object event;
    private final @Nullable Map<String, Object> error;

    Variables(Origin origin, @Nullable String component, Object event) {
        this(origin, component, 0, event, null);
    }

    /**
     * @param attempt 0 outside of a service's function
     * @param event the event as it entered the component, or the args as they came into the function
     * @param error the value of {@code $error}, where there is one
     */
    Variables(
            Origin origin, @Nullable String component, int attempt, Object event, @Nullable Map<String, Object> error) {
        this.origin = origin;
        this.component = component;
        this.attempt = attempt;
        this.event = event;
        this.error = error;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if (!(key instanceof String name)) {
            return null;
        }
        return switch (name) {
            case "event" -> event;
            case "context" -> new ContextVariable(origin, component, attempt);
            case "error" -> error;
            default -> null;
        };
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("event", event);
        all.put("context", new ContextVariable(origin, component, attempt));
        if (error != null) {
            all.put("error", error);
        }
        return all.entrySet();
    }
}
