package dev.krakenflow.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** Turns what the parser complains about into a reason that never quotes the text it read. */
final class Expectation {

    private Expectation() {}

    static String of(IOException e) {
        if (e instanceof JsonEOFException) {
            return "the text ends too early";
        }
        String message = e instanceof JacksonException it ? it.getOriginalMessage() : "";
        int expecting = message.indexOf("expecting ");
        if (expecting >= 0) {
            return "expected " + message.substring(expecting + "expecting ".length());
        }
        if (message.contains("escaped using backslash")) {
            return "expected control characters in strings to be escaped";
        }
        if (message.contains("numeric value")) {
            return "expected a number as JSON writes it";
        }
        if (message.contains("escape")) {
            return "expected an escape that JSON knows";
        }
        return "expected a JSON value";
    }

    /** What a text must keep to that went over one of the parser's bounds. */
    static String ofBound(IOException e, StreamReadConstraints bounds) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("nesting depth")) {
            return "expected at most " + bounds.getMaxNestingDepth() + " levels";
        }
        if (message.startsWith("Number")) {
            return ofNumberLength(bounds.getMaxNumberLength());
        }
        return "expected a shorter text";
    }

    static String ofNumberLength(int longest) {
        return "expected numbers of at most " + longest + " characters";
    }

    /** Whether the parser has already taken the character that it complains about. */
    static boolean isBehindTheFault(IOException e) {
        return e instanceof JacksonException it && it.getOriginalMessage().startsWith("Unexpected character");
    }
}
