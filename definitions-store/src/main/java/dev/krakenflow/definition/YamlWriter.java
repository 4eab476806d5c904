package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes JSON as YAML 1.2, in blocks, keys in their order, without aliases: {@link DocumentReader} reads the same JSON
 * again, and readers of YAML 1.1 do too, because a string that any of them could take for something else is quoted.
 */
public final class YamlWriter {
    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setSplitLines(false)
            .setMaxSimpleKeyLength(1024)
            .build();
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

    /** Words and sentences; what has another meaning among these is in {@link #NOT_PLAIN}. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/$_][A-Za-z0-9 /$_.{}-]*[A-Za-z0-9/_}]|[A-Za-z]");

    private static final Pattern NOT_PLAIN =
            Pattern.compile("null|true|false|yes|no|on|off|y|n", Pattern.CASE_INSENSITIVE);

    /** What some take for a line break and others do not, and what they skip. */
    private static final Pattern UNSURE_BREAK = Pattern.compile("[\\u0085\\u2028\\u2029\\uFEFF]");

    private final List<Event> events = new ArrayList<>();

    private YamlWriter() {}

    /** The YAML text of a tree, in UTF-8, with a line break at its end. */
    public static byte[] write(JsonNode root) {
        YamlWriter writer = new YamlWriter();
        writer.events.add(new StreamStartEvent());
        writer.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.value(root);
        writer.events.add(new DocumentEndEvent(false));
        writer.events.add(new StreamEndEvent());
        return new Present(SETTINGS).emitToString(writer.events.iterator()).getBytes(StandardCharsets.UTF_8);
    }

    private void value(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                node.properties().forEach(member -> {
                    text(member.getKey());
                    value(member.getValue());
                });
                events.add(new MappingEndEvent());
            }
            case ARRAY -> {
                events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
                node.forEach(this::value);
                events.add(new SequenceEndEvent());
            }
            case STRING -> text(node.textValue());
            case NUMBER, BOOLEAN, NULL -> scalar(node.toString(), ScalarStyle.PLAIN);
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        }
    }

    private void text(String text) {
        scalar(text, style(text));
    }

    /** What cannot be written in its style is written in double quotes. */
    private static ScalarStyle style(String text) {
        if (PLAIN.matcher(text).matches() && !NOT_PLAIN.matcher(text).matches()) {
            return ScalarStyle.PLAIN;
        }
        boolean lines = text.indexOf('\n') >= 0 && !UNSURE_BREAK.matcher(text).find();
        return lines ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    }

    private void scalar(String text, ScalarStyle style) {
        events.add(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style));
    }
}
