package dev.krakenflow.expression.jsonata;

import java.util.List;
import java.util.Map;

/**
 * What makes two values the same one, as something to look up by. Lists and objects by their text: their own hash
 * codes can be made to collide by whoever writes the event.
 *
 * @param type keeps a text apart from the value that it is the text of
 */
record Identity(String type, Object key) {

    static Identity of(Object value, Meter meter) {
        return switch (value) {
            case List<?> it -> new Identity("list", Texts.of(it, meter));
            case Map<?, ?> it -> new Identity("object", Texts.of(it, meter));
            case Double it -> new Identity("number", it);
            case Integer it -> new Identity("number", it.doubleValue());
            default -> new Identity("other", value);
        };
    }
}
