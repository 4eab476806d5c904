package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML text, read once. The nodes are made of the parser's events, not by the library's constructors: so an alias
 * is counted with everything it stands for before anything is built, and scalars become what JSON has.
 */
final class YamlText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(NodeBounds.CHARACTERS)
            .setUseMarks(true)
            .build();

    private final Iterator<Event> events;
    private final Locations locations = new Locations();
    private final Map<Anchor, Anchored> anchors = new HashMap<>();

    /** What an anchor names, and which locations it has. */
    private record Anchored(JsonNode node, int from, int to) {}

    YamlText(String text) {
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    Document read() {
        try {
            expect(Event.ID.StreamStart);
            if (events.next().getEventId() == Event.ID.StreamEnd) {
                throw new MalformedDefinitionException("the text is empty", new Location(1, 1), null);
            }
            Event first = events.next();
            locate(location(first), first);
            JsonNode root = value(first, 1);
            expect(Event.ID.DocumentEnd);
            Event end = events.next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                throw malformed("there is more than one document", end);
            }
            return new Document(root, locations, 0);
        } catch (MarkedYamlEngineException e) {
            throw new MalformedDefinitionException(String.valueOf(e.getProblem()), location(e.getProblemMark()), e);
        } catch (YamlEngineException e) {
            throw new MalformedDefinitionException("the text is not YAML", new Location(1, 1), e);
        }
    }

    private void expect(Event.ID id) {
        Event event = events.next();
        if (event.getEventId() != id) {
            throw malformed("the text is not one YAML document", event);
        }
    }

    private JsonNode value(Event event, int depth) {
        if (depth > NodeBounds.DEPTH) {
            throw malformed("values are nested deeper than " + NodeBounds.DEPTH, event);
        }
        int from = locations.size() - 1;
        JsonNode node = switch (event) {
            case AliasEvent it -> alias(it);
            case ScalarEvent it -> YamlScalar.node(it, location(it));
            case MappingStartEvent it -> object(it, depth);
            case SequenceStartEvent it -> array(it, depth);
            default -> throw malformed("a value is expected", event);
        };
        if (event instanceof NodeEvent it && !(event instanceof AliasEvent)) {
            it.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(node, from, locations.size())));
        }
        return node;
    }

    private ObjectNode object(MappingStartEvent start, int depth) {
        tagged(start.getTag(), "map", start);
        ObjectNode object = NODES.objectNode();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            if (!(key instanceof ScalarEvent scalar)) {
                throw malformed("a key must be a plain text", key);
            }
            if (object.has(scalar.getValue())) {
                throw malformed("the key \"" + scalar.getValue() + "\" stands twice in one object", key);
            }
            locate(location(key), key);
            object.set(scalar.getValue(), value(events.next(), depth + 1));
        }
        return object;
    }

    private ArrayNode array(SequenceStartEvent start, int depth) {
        tagged(start.getTag(), "seq", start);
        ArrayNode array = NODES.arrayNode();
        for (Event element = events.next(); element.getEventId() != Event.ID.SequenceEnd; element = events.next()) {
            locate(location(element), element);
            array.add(value(element, depth + 1));
        }
        return array;
    }

    private JsonNode alias(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw malformed("the alias stands for nothing that was written before it", alias);
        }
        if (locations.size() + anchored.to() - anchored.from() > NodeBounds.NODES) {
            throw malformed("there are more than " + NodeBounds.NODES + " values", alias);
        }
        locations.repeat(anchored.from() + 1, anchored.to());
        return anchored.node();
    }

    private void locate(Location location, Event event) {
        if (locations.size() == NodeBounds.NODES) {
            throw malformed("there are more than " + NodeBounds.NODES + " values", event);
        }
        locations.add(location);
    }

    private static void tagged(Optional<String> tag, String name, Event event) {
        if (tag.isPresent() && !tag.get().equals("tag:yaml.org,2002:" + name)) {
            throw malformed("tags of one's own are not supported", event);
        }
    }

    private static MalformedDefinitionException malformed(String what, Event event) {
        return new MalformedDefinitionException(what, location(event), null);
    }

    private static Location location(Event event) {
        return location(event.getStartMark());
    }

    private static Location location(Optional<Mark> mark) {
        @Nullable Mark it = mark.orElse(null);
        return it == null ? new Location(1, 1) : new Location(it.getLine() + 1, it.getColumn() + 1);
    }
}
