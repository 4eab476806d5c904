package dev.krakenflow.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads one value from a parser that stands on its first token, and leaves it on the last. */
final class ValueReader {

    private final JsonParser parser;
    private final boolean checkSurrogates;

    ValueReader(JsonParser parser, boolean checkSurrogates) {
        this.parser = parser;
        this.checkSurrogates = checkSurrogates;
    }

    Object value(int depth) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> JsonNull.VALUE;
            default -> throw JsonReader.at(parser.currentTokenLocation(), "expected a JSON value", null);
        };
    }

    private JsonObject object(int depth) throws IOException {
        checkDepth(depth);
        JsonObject object = new JsonObject();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName());
            parser.nextToken();
            if (object.put(name, value(depth)) != null) {
                throw JsonReader.at(parser.currentTokenLocation(), "expected each name once in an object", null);
            }
        }
        return object;
    }

    private JsonList list(int depth) throws IOException {
        checkDepth(depth);
        JsonList list = new JsonList();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(depth));
        }
        return list;
    }

    private Number integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> parser.getIntValue();
            case LONG -> parser.getLongValue();
            default -> parser.getBigIntegerValue();
        };
    }

    private Number decimal() throws IOException {
        String text = parser.getText();
        // The parser looks at the length only of what it makes a number of itself.
        int longest = parser.streamReadConstraints().getMaxNumberLength();
        if (text.length() > longest) {
            throw JsonReader.at(parser.currentTokenLocation(), Expectation.ofNumberLength(longest), null);
        }
        if (Decimals.exponentIsTooLarge(text)) {
            throw JsonReader.at(
                    parser.currentTokenLocation(), "expected an exponent within ±" + Decimals.MAX_EXPONENT, null);
        }
        return Decimals.read(text);
    }

    private String text(String text) {
        if (checkSurrogates && Surrogates.hasLoneOne(text)) {
            throw JsonReader.at(parser.currentTokenLocation(), "expected surrogates in pairs", null);
        }
        return text;
    }

    private void checkDepth(int depth) {
        if (depth > JsonReader.MAX_NESTING) {
            throw JsonReader.at(
                    parser.currentTokenLocation(), "expected at most " + JsonReader.MAX_NESTING + " levels", null);
        }
    }
}
