package dev.krakenflow.function.runtime;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What a line of the log tells in fields of its own, where the log has fields: there from {@link #of} to {@link #close}. */
final class LogFields implements AutoCloseable {
    private static final String TRACEPARENT = "traceparent";

    /** Where the trace id of a {@code traceparent} begins and ends. */
    private static final int BEGIN = 3;

    private static final int END = 35;

    private final Map<String, String> fields;

    private LogFields(Map<String, String> fields) {
        this.fields = fields;
        fields.forEach(MDC::put);
    }

    static LogFields of(Failure failure, @Nullable String traceId) {
        FailurePlace place = failure.place();
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "event_id", place.eventId());
        put(fields, "trace_id", traceId);
        put(fields, "pipeline", place.pipeline());
        put(fields, "component", place.component());
        put(fields, "service", place.service());
        put(fields, "function", place.function());
        put(fields, "code", code(failure));
        return new LogFields(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The trace id in headers of the W3C trace context; null where there is none. */
    static @Nullable String traceId(Map<String, String> tracing) {
        String parent = tracing.get(TRACEPARENT);
        if (parent == null || parent.length() <= END) {
            return null;
        }
        String id = parent.substring(BEGIN, END);
        return id.chars().allMatch(LogFields::isHex) ? id : null;
    }

    private static boolean isHex(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    /** A failure in a line: its code and its place, nothing that may come from an event. */
    static String text(Failure failure) {
        FailurePlace place = failure.place();
        StringBuilder text = new StringBuilder(code(failure));
        append(text, "pipeline", place.pipeline());
        append(text, "component", place.component());
        append(text, "step", place.step());
        append(text, "service", place.service());
        append(text, "function", place.function());
        append(text, "event", place.eventId());
        return text.toString();
    }

    private static void append(StringBuilder text, String what, @Nullable String name) {
        if (name != null) {
            text.append(", ").append(what).append(' ').append(name);
        }
    }

    /** What a definition raises can be called by a part of the event. */
    private static String code(Failure failure) {
        return failure.raised() ? "raised" : failure.code();
    }

    @Override
    public void close() {
        fields.keySet().forEach(MDC::remove);
    }
}
