package dev.krakenflow.cast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one {@link CastMessage}; events are cut out as the bytes that they are. Unknown keys are passed over. */
final class CastMessageReader {

    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_HEADERS = 10;
    private static final int LONGEST_WORD = 8_192;

    /** Deeper than the deepest event that can be written. */
    private static final int DEEPEST = 1_010;

    private static final JsonFactory JSON = JsonFactory.builder()
            // What is no UTF-8 is refused, and not read as UTF-16: events are cut out by offsets in bytes.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(CastMessage.MAX_BYTES)
                    .maxNameLength(CastMessage.MAX_BYTES)
                    .maxNumberLength(CastMessage.MAX_BYTES)
                    .build())
            .build();

    private final byte[] json;
    private final JsonParser parser;
    private @Nullable String pipeline;
    private final List<CastEvent> events = new ArrayList<>();
    private final Map<String, String> tracing = new HashMap<>();
    private boolean versioned;

    private CastMessageReader(byte[] json, JsonParser parser) {
        this.json = json;
        this.parser = parser;
    }

    static CastMessage read(byte[] json) {
        if (json.length > CastMessage.MAX_BYTES) {
            throw new MalformedCastException("a cast of more than " + CastMessage.MAX_BYTES + " bytes");
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return new CastMessageReader(json, parser).message();
        } catch (JsonProcessingException e) {
            throw new MalformedCastException("a cast that is no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CastMessage message() throws IOException {
        require(parser.nextToken() == JsonToken.START_OBJECT, "a cast that is no JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member(name);
        }
        require(parser.nextToken() == null, "a cast with something behind it");
        require(versioned, "a cast without \"cast\": " + CastMessageWriter.VERSION);
        require(!events.isEmpty(), "a cast without events");
        if (pipeline == null) {
            throw new MalformedCastException("a cast without a pipeline");
        }
        return new CastMessage(pipeline, events, tracing);
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "cast" -> {
                boolean known = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getText().equals(Integer.toString(CastMessageWriter.VERSION));
                require(known, "a cast of another version than " + CastMessageWriter.VERSION);
                versioned = true;
            }
            case "pipeline" -> pipeline = word("pipeline");
            case "events" -> readEvents();
            case "tracing" -> readTracing();
            default -> parser.skipChildren();
        }
    }

    private void readEvents() throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "a cast whose events are no list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(events.size() < MOST_EVENTS, "a cast of more than " + MOST_EVENTS + " events");
            events.add(event());
        }
    }

    private CastEvent event() throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "a cast with an event that is no object");
        String reference = "";
        byte[] event = null;
        String key = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "reference" -> reference = word("reference");
                case "event" -> event = object();
                case "key" -> key = word("key");
                default -> parser.skipChildren();
            }
        }
        require(CastReference.matches(reference), "a cast with an event whose reference is none");
        if (event == null) {
            throw new MalformedCastException("a cast with a reference without its event");
        }
        return new CastEvent(reference, event, key, null);
    }

    private byte[] object() throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "a cast with an event that is no object");
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentTokenLocation().getByteOffset() + 1;
        return Arrays.copyOfRange(json, start, end);
    }

    private void readTracing() throws IOException {
        require(parser.currentToken() == JsonToken.START_OBJECT, "a cast whose tracing is no object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            require(tracing.size() < MOST_HEADERS, "a cast with more than " + MOST_HEADERS + " headers");
            String name = parser.currentName();
            parser.nextToken();
            tracing.put(name, word("tracing"));
        }
    }

    private String word(String name) throws IOException {
        boolean text = parser.currentToken() == JsonToken.VALUE_STRING && parser.getTextLength() <= LONGEST_WORD;
        require(text, "a cast whose " + name + " is no text of at most " + LONGEST_WORD + " characters");
        return parser.getText();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new MalformedCastException(otherwise);
        }
    }
}
