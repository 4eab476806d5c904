package dev.krakenflow.expression.jsonata;

import java.util.List;
import java.util.Map;

/**
 * What makes two values the same one, as something to look up by. Lists and objects by their text: their own hash
 * codes can be made to collide by whoever writes the event. Strings that collide are kept in order by maps.
 */
final class Identity {

    private Identity() {}

    static Object of(Object value, Meter meter) {
        return switch (value) {
            case String it -> "text " + it;
            case List<?> it -> "list " + Texts.of(it, meter);
            case Map<?, ?> it -> "object " + Texts.of(it, meter);
            case Integer it -> it.doubleValue();
            default -> value;
        };
    }
}
