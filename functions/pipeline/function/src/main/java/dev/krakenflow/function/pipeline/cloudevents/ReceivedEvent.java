package dev.krakenflow.function.pipeline.cloudevents;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import io.cloudevents.CloudEvent;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event as it came.
 *
 * @param attributes and extensions; its data is not looked at
 * @param data a JSON value
 */
record ReceivedEvent(CloudEvent attributes, Object data) {
    ReceivedEvent {
        requireNonNull(attributes);
        requireNonNull(data);
    }

    /**
     * What is to be run.
     *
     * @param headers of the W3C trace context that came beside it: they are nearer than those within it; may be empty
     * @param budget how long its run may take
     */
    TriggeredEvent triggered(Map<String, String> headers, Budget budget) {
        return new TriggeredEvent(
                null,
                attributes.getType(),
                data,
                Map.of("cloudevent", shown()),
                headers.isEmpty() ? distributedTracing() : headers,
                budget);
    }

    /** The value of {@code $context.trigger.cloudevent}. */
    private Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", attributes.getId());
        shown.put("source", attributes.getSource().toString());
        shown.put("type", attributes.getType());
        if (attributes.getSubject() != null) {
            shown.put("subject", attributes.getSubject());
        }
        if (attributes.getTime() != null) {
            shown.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(attributes.getTime()));
        }
        shown.put("extensions", extensions());
        return shown;
    }

    private Map<String, Object> extensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        for (String name : attributes.getExtensionNames()) {
            Object value = attributes.getExtension(name);
            extensions.put(name, value instanceof Boolean || value instanceof Integer ? value : String.valueOf(value));
        }
        return extensions;
    }

    /** @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/distributed-tracing.md">The extension</a> */
    private Map<String, String> distributedTracing() {
        Map<String, String> tracing = new LinkedHashMap<>();
        for (String name : TraceContext.NAMES) {
            if (attributes.getExtension(name) instanceof String value) {
                tracing.put(name, value);
            }
        }
        return tracing;
    }
}
