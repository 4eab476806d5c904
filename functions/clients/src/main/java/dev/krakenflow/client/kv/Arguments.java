package dev.krakenflow.client.kv;

import dev.krakenflow.definition.DurationText;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.NumberText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The args of a call, read. What is wrong fails with {@code expression} in the step {@code prepare}: the field is named,
 * its value is not. Members that an operation has no use for are ignored.
 *
 * @param args what {@code prepare} gave
 */
record Arguments(Map<?, ?> args) {
    private static final String OPERATION = "operation";
    private static final String GET = "get";
    private static final int LONGEST_KEY = 1_000;
    private static final Duration SHORTEST_KEPT = Duration.ofMillis(1);

    /**
     * The operation that args ask for.
     *
     * @throws ClientException when they ask for none
     */
    static Operation read(Object args) {
        if (args instanceof Map<?, ?> object) {
            return new Arguments(object).operation();
        }
        throw wrong("the args of a kv call must be an object with operation and key, and perhaps value and ttl");
    }

    /** Whether args ask for a value and change nothing. */
    static boolean isGet(Object args) {
        return args instanceof Map<?, ?> object && GET.equals(object.get(OPERATION));
    }

    private Operation operation() {
        Object name = args.get(OPERATION);
        return switch (name instanceof String text ? text : "") {
            case GET -> new Operation.Get(key());
            case "set" -> new Operation.Set(key(), value(), ttl());
            case "getset" -> new Operation.GetSet(key(), value(), ttl());
            case "delete" -> new Operation.Delete(key());
            case "increment" -> new Operation.Increment(key(), by(), ttl());
            default -> throw wrong("operation must be get, set, getset, delete or increment");
        };
    }

    /** A number is the key that its text is, so that an id need not be made a string before. */
    private String key() {
        Object value = args.get("key");
        String key = switch (value) {
            case String text -> text;
            case Number number -> NumberText.of(number);
            case null, default -> "";
        };
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw wrong("key must be a string of 1 to " + LONGEST_KEY + " characters, or a number");
        }
        return key;
    }

    private byte[] value() {
        Object value = args.get("value");
        if (value == null) {
            throw wrong("value is missing; null is a value");
        }
        try {
            return StoredValue.write(value);
        } catch (IllegalArgumentException e) {
            throw wrong("value must be JSON " + StoredValue.BOUNDS);
        }
    }

    private BigDecimal by() {
        Object value = args.get("value");
        return switch (value) {
            case null -> BigDecimal.ONE;
            case Number number -> new BigDecimal(NumberText.of(number));
            default -> throw wrong("value must be the number to add");
        };
    }

    private @Nullable Duration ttl() {
        Object value = args.get("ttl");
        if (value == null) {
            return null;
        }
        return DurationText.parse(value instanceof String text ? text : "")
                .filter(ttl -> ttl.compareTo(SHORTEST_KEPT) >= 0 && ttl.compareTo(Fields.LONGEST_KEPT) <= 0)
                .orElseThrow(() -> wrong("ttl must be a duration such as \"90s\" or \"P30D\", from 1 ms to "
                        + Fields.LONGEST_KEPT.toDays() + " days"));
    }

    private static ClientException wrong(String detail) {
        return ClientException.inPrepare(Failure.of(FailureCode.EXPRESSION, detail));
    }
}
