package dev.krakenflow.function.aws.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands beside the body of a message or notification. Stateless. */
final class MessageAttributes {

    /** How SQS and SNS write the value of an attribute that is a text. */
    private static final List<String> VALUES = List.of("stringValue", "Value");

    private static final List<String> TRACE_CONTEXT = List.of("traceparent", "tracestate");

    private MessageAttributes() {}

    /** The text of an attribute; null when there is none, or it is no text. */
    static @Nullable String text(@Nullable Object attributes, String name) {
        if (!(attributes instanceof Map<?, ?> map) || !(map.get(name) instanceof Map<?, ?> attribute)) {
            return null;
        }
        return VALUES.stream()
                .map(attribute::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    /** Headers of the W3C trace context, as far as there are attributes of their names. */
    static Map<String, String> tracing(@Nullable Object attributes) {
        Map<String, String> tracing = new LinkedHashMap<>();
        for (String name : TRACE_CONTEXT) {
            String value = text(attributes, name);
            if (value != null) {
                tracing.put(name, value);
            }
        }
        return tracing;
    }
}
