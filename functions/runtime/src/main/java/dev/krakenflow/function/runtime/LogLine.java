package dev.krakenflow.function.runtime;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of a failure: a line, and the same in fields where the log has them. The fields are put into the record
 * itself, because the log's own context belongs to threads that runs come and go on.
 */
record LogLine(Failure failure, @Nullable String traceId) {
    private static final String TRACEPARENT = "traceparent";

    /** Where the trace id of a {@code traceparent} begins and ends. */
    private static final int BEGIN = 3;

    private static final int END = 35;

    /** A record of the log. */
    ExtLogRecord record(Level level, String message, @Nullable Throwable thrown) {
        ExtLogRecord logged = new ExtLogRecord(level, message, FormatStyle.NO_FORMAT, LogLine.class.getName());
        logged.setLoggerName(LoggedFailures.class.getName());
        if (thrown != null) {
            logged.setThrown(thrown);
        }
        fields().forEach(logged::putMdc);
        return logged;
    }

    Map<String, String> fields() {
        FailurePlace place = failure.place();
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "event_id", place.eventId());
        put(fields, "trace_id", traceId);
        put(fields, "pipeline", place.pipeline());
        put(fields, "component", place.component());
        put(fields, "service", place.service());
        put(fields, "function", place.function());
        put(fields, "code", code());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The code and the place, nothing that may come from an event. */
    String text() {
        FailurePlace place = failure.place();
        StringBuilder text = new StringBuilder(code());
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
    private String code() {
        return failure.raised() ? "raised" : failure.code();
    }

    /** The trace id in headers of the W3C trace context; null where there is none. */
    static @Nullable String traceId(Map<String, String> tracing) {
        String parent = tracing.get(TRACEPARENT);
        if (parent == null || parent.length() <= END) {
            return null;
        }
        String id = parent.substring(BEGIN, END);
        return id.chars().allMatch(LogLine::isHex) ? id : null;
    }

    private static boolean isHex(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
