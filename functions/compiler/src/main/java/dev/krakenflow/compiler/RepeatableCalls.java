package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which service functions are safe to call twice; what cannot be told before a run is not. */
final class RepeatableCalls {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final String DEFAULT_METHOD = "GET";
    private static final String READING = "get";

    private RepeatableCalls() {}

    static boolean contain(Service service, String name) {
        ServiceFunction function = service.functions().get(name);
        if (function == null) {
            return false;
        }
        return switch (service.module()) {
            case "lambda" -> true;
            case "http" ->
                METHODS.contains(literal(function, "method", DEFAULT_METHOD).toUpperCase(Locale.ROOT));
            case "kv" -> literal(function, "operation", "").equals(READING);
            default -> false;
        };
    }

    /** A literal member of {@code prepare}; an expression is no method and no operation, so it needs no care. */
    private static String literal(ServiceFunction function, String key, String absent) {
        @Nullable JsonNode prepare = function.prepare();
        if (prepare == null || !prepare.isObject()) {
            return "";
        }
        return prepare.has(key) ? prepare.path(key).asText() : absent;
    }
}
