package dev.krakenflow.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** One JSON text, read once. */
final class JsonText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(NodeBounds.DEPTH)
                    .maxNumberLength(NodeBounds.NUMBER_LENGTH)
                    .maxStringLength(NodeBounds.CHARACTERS)
                    .maxNameLength(NodeBounds.CHARACTERS)
                    .build())
            .build();

    private final String text;
    private final Locations locations = new Locations();

    JsonText(String text) {
        this.text = text;
    }

    Document read() {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            locations.add(location(parser.currentTokenLocation()));
            JsonNode root = value(parser);
            if (parser.nextToken() != null) {
                throw malformed("there is more than one value", parser, null);
            }
            return new Document(root, locations, 0);
        } catch (JsonProcessingException e) {
            throw new MalformedDefinitionException(firstLine(e), location(e.getLocation()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw malformed("the text ends where a value is expected", parser, null);
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.textNode(checked(parser.getText(), parser));
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw malformed("a value is expected", parser, null);
        };
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = checked(parser.currentName(), parser);
            locate(parser);
            if (object.has(name)) {
                throw malformed("the key \"" + name + "\" stands twice in one object", parser, null);
            }
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            locate(parser);
            array.add(value(parser));
        }
        return array;
    }

    private void locate(JsonParser parser) {
        if (locations.size() == NodeBounds.NODES) {
            throw malformed("there are more than " + NodeBounds.NODES + " values", parser, null);
        }
        locations.add(location(parser.currentTokenLocation()));
    }

    private static JsonNode integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static JsonNode decimal(JsonParser parser) throws IOException {
        if (NodeBounds.exponentTooLarge(parser.getText())) {
            throw malformed("an exponent is beyond ±" + NodeBounds.EXPONENT, parser, null);
        }
        return NODES.numberNode(parser.getDecimalValue());
    }

    private static String checked(String text, JsonParser parser) {
        if (NodeBounds.hasLoneSurrogate(text)) {
            throw malformed("a string holds half a surrogate pair", parser, null);
        }
        return text;
    }

    private static MalformedDefinitionException malformed(String what, JsonParser parser, @Nullable Throwable cause) {
        return new MalformedDefinitionException(what, location(parser.currentTokenLocation()), cause);
    }

    private static Location location(@Nullable JsonLocation location) {
        return location == null
                ? new Location(1, 1)
                : new Location(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("the text is not JSON");
    }
}
