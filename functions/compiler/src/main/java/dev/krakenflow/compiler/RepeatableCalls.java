package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.ServiceFunction;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells as far as it can be told before a run which service functions are safe to call twice: those that only read or
 * say what is to be, and those whose service knows a call again by its key.
 */
final class RepeatableCalls {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final String DEFAULT_METHOD = "GET";
    private static final String READING = "get";

    private RepeatableCalls() {}

    /**
     * Whether calls are safe to repeat, whatever they are called with.
     *
     * @param module canonical name of the service's client
     */
    static boolean contain(String module, ServiceFunction function) {
        return function.idempotencyKey() != null
                || switch (module) {
                    case "lambda" -> true;
                    case "http" -> METHODS.contains(method(function));
                    case "kv" -> operation(function).equals(READING);
                    default -> false;
                };
    }

    /**
     * Whether no call is safe to repeat, whatever it is called with.
     *
     * @param module canonical name of the service's client
     */
    static boolean exclude(String module, ServiceFunction function) {
        if (contain(module, function)) {
            return false;
        }
        return switch (module) {
            case "http" -> !method(function).isEmpty();
            case "kv" -> !operation(function).isEmpty();
            default -> false;
        };
    }

    private static String method(ServiceFunction function) {
        return literal(function, "method", DEFAULT_METHOD).toUpperCase(Locale.ROOT);
    }

    private static String operation(ServiceFunction function) {
        return literal(function, "operation", "");
    }

    /** A literal member of {@code prepare}; empty when only a run can tell. */
    private static String literal(ServiceFunction function, String key, String absent) {
        @Nullable JsonNode prepare = function.prepare();
        if (prepare == null || !prepare.isObject()) {
            return "";
        }
        JsonNode value = prepare.path(key);
        if (value.isMissingNode()) {
            return absent;
        }
        return ExpressionText.isMeant(value) ? "" : value.asText();
    }
}
