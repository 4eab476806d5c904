package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.json.NumberText;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of values in {@code &} and {@code $string}: strings as they are, functions as nothing, all else as JSON. */
final class Texts {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;
    private final Meter meter;

    private Texts(boolean pretty, Meter meter) {
        this.pretty = pretty;
        this.meter = meter;
    }

    static String of(@Nullable Object value, Meter meter) {
        return of(value, false, meter);
    }

    /** @param pretty whether objects and lists take a line for each part */
    static String of(@Nullable Object value, boolean pretty, Meter meter) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        Texts texts = new Texts(pretty, meter);
        texts.write(value instanceof Utils.JList<?> it && it.outerWrapper ? it.getFirst() : value, "");
        return texts.out.toString();
    }

    private void write(@Nullable Object value, String indent) {
        meter.work(1);
        meter.checkLength(out.length());
        switch (value) {
            case String it -> JsonWriter.write(it, out);
            case Number it -> out.append(NumberText.rounded(it));
            case Boolean it -> out.append(it.booleanValue());
            case JsonNull it -> out.append("null");
            case Map<?, ?> it -> object(it, indent);
            case List<?> it -> list(it, indent);
            case null, default -> out.append(indent.isEmpty() ? "" : "\"\"");
        }
    }

    private void object(Map<?, ?> object, String indent) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator();
        String inner = indent + INDENT;
        while (members.hasNext()) {
            Map.Entry<?, ?> member = members.next();
            newLine(inner);
            JsonWriter.write(String.valueOf(member.getKey()), out);
            out.append(pretty ? ": " : ":");
            write(member.getValue(), inner);
            out.append(members.hasNext() ? "," : "");
        }
        end('}', indent, object.isEmpty());
    }

    private void list(List<?> list, String indent) {
        out.append('[');
        Iterator<?> elements = list.iterator();
        String inner = indent + INDENT;
        while (elements.hasNext()) {
            newLine(inner);
            write(elements.next(), inner);
            out.append(elements.hasNext() ? "," : "");
        }
        end(']', indent, list.isEmpty());
    }

    private void end(char bracket, String indent, boolean empty) {
        if (!empty) {
            newLine(indent);
        }
        out.append(bracket);
    }

    private void newLine(String indent) {
        if (pretty) {
            out.append('\n').append(indent);
        }
    }
}
