package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object of a definition and reports what is wrong with them. Whatever cannot be read is null
 * and has been reported. A key that was asked for is a known key: {@link #end} reports all others. Used by one thread.
 */
public final class Fields {
    /** The longest duration that a definition may ask for. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The longest time for which a definition may ask to keep something. */
    public static final Duration LONGEST_KEPT = Duration.ofDays(3_650);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final ObjectNode json;
    private final String pointer;
    private final Findings findings;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();

    /**
     * @param json the object
     * @param pointer where it stands in its definition
     * @param findings takes what is found
     */
    public Fields(ObjectNode json, String pointer, Findings findings) {
        this.json = requireNonNull(json);
        this.pointer = requireNonNull(pointer);
        this.findings = requireNonNull(findings);
    }

    /** Where the object stands. */
    public String pointer() {
        return pointer;
    }

    /** Where a member stands, or would stand. */
    public String pointer(String key) {
        return Pointers.member(pointer, key);
    }

    /** A member of any type; null when it is not there. */
    public @Nullable JsonNode any(String key) {
        known.add(key);
        return json.get(key);
    }

    /** A string. */
    public @Nullable String text(String key) {
        JsonNode value = any(key);
        if (value == null || value.isTextual()) {
            return value == null ? null : value.textValue();
        }
        wrongType(key, "a string", value);
        return null;
    }

    /** A string in which no expression can stand: a name. */
    public @Nullable String name(String key) {
        String text = text(key);
        if (text != null && Delimiters.in(text)) {
            findings.problem(
                    ProblemCode.BAD_VALUE, pointer(key), key + " is a plain name: no expression can stand here");
            return null;
        }
        return text;
    }

    public @Nullable Boolean bool(String key) {
        JsonNode value = any(key);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.booleanValue();
        }
        wrongType(key, "true or false", value);
        return null;
    }

    public @Nullable ObjectNode object(String key) {
        JsonNode value = any(key);
        if (value == null || value instanceof ObjectNode) {
            return (ObjectNode) value;
        }
        wrongType(key, "an object", value);
        return null;
    }

    /** The members of an object. */
    public @Nullable Fields fields(String key) {
        ObjectNode object = object(key);
        return object == null ? null : new Fields(object, pointer(key), findings);
    }

    public @Nullable ArrayNode list(String key) {
        JsonNode value = any(key);
        if (value == null || value instanceof ArrayNode) {
            return (ArrayNode) value;
        }
        wrongType(key, "a list", value);
        return null;
    }

    /** A whole number within bounds, both included. */
    public @Nullable Long integer(String key, long least, long most) {
        JsonNode value = any(key);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            wrongType(key, "a whole number", value);
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            findings.problem(
                    ProblemCode.BAD_VALUE, pointer(key), key + " must be a whole number from " + least + " to " + most);
            return null;
        }
        return value.longValue();
    }

    /** A whole number within bounds, both included. */
    public @Nullable Integer count(String key, int least, int most) {
        Long value = integer(key, least, most);
        return value == null ? null : Math.toIntExact(value);
    }

    /** A number within bounds, both included. */
    public @Nullable Double number(String key, double least, double most) {
        return number(key, value -> value >= least && value <= most, "from " + least + " to " + most);
    }

    /** A share: a number above 0 and at most 1. */
    public @Nullable Double ratio(String key) {
        return number(key, value -> value > 0 && value <= 1, "above 0 and at most 1");
    }

    private @Nullable Double number(String key, DoublePredicate bounds, String range) {
        JsonNode value = any(key);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            wrongType(key, "a number", value);
            return null;
        }
        if (!bounds.test(value.doubleValue())) {
            findings.problem(ProblemCode.BAD_VALUE, pointer(key), key + " must be a number " + range);
            return null;
        }
        return value.doubleValue();
    }

    /** A string that is one of these. */
    public @Nullable String oneOf(String key, List<String> choices) {
        String text = text(key);
        if (text == null || choices.contains(text)) {
            return text;
        }
        findings.problem(
                ProblemCode.BAD_VALUE,
                pointer(key),
                key + " is one of: " + String.join(", ", choices),
                Nearest.to(text, choices).orElse(null));
        return null;
    }

    /** A duration of a millisecond at least and {@link #LONGEST} at most. */
    public @Nullable Duration duration(String key) {
        return duration(key, LONGEST);
    }

    /** A duration of a millisecond at least. */
    public @Nullable Duration duration(String key, Duration longest) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Optional<Duration> duration = DurationText.parse(text);
        if (duration.isEmpty()) {
            findings.problem(
                    ProblemCode.BAD_DURATION, pointer(key), key + " must be a duration", DurationText.hint(text));
            return null;
        }
        if (duration.get().compareTo(SHORTEST) < 0 || duration.get().compareTo(longest) > 0) {
            String most = longest.toDays() > 1 ? longest.toDays() + " days" : longest.toString();
            findings.problem(ProblemCode.BAD_DURATION, pointer(key), key + " must be from 1ms to " + most);
            return null;
        }
        return duration.get();
    }

    /** Reports each of these keys that is not there. */
    public void require(String... keys) {
        for (String key : keys) {
            known.add(key);
            if (!json.has(key)) {
                findings.problem(ProblemCode.MISSING_KEY, pointer, "the key \"" + key + "\" is missing");
            }
        }
    }

    /** Takes a key that Kraken has and we do not need: it is accepted, with a warning. */
    public void ignore(String key, String reason) {
        if (any(key) != null) {
            findings.warning(ProblemCode.KRAKEN_ONLY, pointer(key), key + " is ignored: " + reason, null);
        }
    }

    /** Takes a key that Kraken has and that means nothing here: it is a problem that says what to do. */
    public void refuse(String key, String reason, String hint) {
        refused.add(key);
        if (json.has(key)) {
            findings.problem(ProblemCode.KRAKEN_ONLY, pointer(key), reason, hint);
        }
    }

    /** Reports all keys that nobody asked for. */
    public void end() {
        json.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key) && !refused.contains(key)) {
                findings.problem(
                        ProblemCode.UNKNOWN_KEY,
                        pointer(key),
                        "there is no key \"" + Shown.text(key) + "\" here",
                        Nearest.to(key, known).orElse(null));
            }
        });
    }

    private void wrongType(String key, String expected, JsonNode value) {
        findings.problem(
                ProblemCode.WRONG_TYPE, pointer(key), key + " must be " + expected + ", not " + Shown.type(value));
    }
}
