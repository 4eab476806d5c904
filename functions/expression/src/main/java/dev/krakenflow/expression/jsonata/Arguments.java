package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.JsonNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a function was called with. Where a function calls another, the library has not checked it.
 *
 * @param function the called function's name, for messages
 */
record Arguments(String function, List<?> values) {

    /** Null when missing. */
    @Nullable Object value(int index) {
        return index < values.size() ? values.get(index) : null;
    }

    @Nullable String string(int index) {
        Object value = value(index);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw mismatch(index, "a string");
    }

    @Nullable Number number(int index) {
        Object value = value(index);
        if (value == null || (value instanceof Number number && Utils.isNumeric(number))) {
            return (Number) value;
        }
        throw mismatch(index, "a number");
    }

    /** One value is a list of one. */
    @Nullable List<?> list(int index) {
        Object value = value(index);
        return value == null || value instanceof List ? (List<?>) value : List.of(value);
    }

    @Nullable Map<?, ?> object(int index) {
        Object value = value(index);
        if (value == null || value instanceof Map) {
            return (Map<?, ?>) value;
        }
        throw mismatch(index, "an object");
    }

    boolean isTrue(int index) {
        return Boolean.TRUE.equals(value(index));
    }

    FunctionException mismatch(int index, String expected) {
        String found = value(index) == JsonNull.VALUE ? ", not null" : "";
        return fail("needs " + expected + " as argument " + (index + 1) + found);
    }

    FunctionException fail(String reason) {
        return new FunctionException("$" + function + " " + reason);
    }
}
