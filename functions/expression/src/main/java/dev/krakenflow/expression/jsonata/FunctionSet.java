package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.EntryCallback;
import com.dashjoin.jsonata.Jsonata.ExitCallback;
import com.dashjoin.jsonata.Utils;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.SyntaxException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions written in JSONata that see each other, compiled once and shared by all evaluations that call them. What
 * they do counts on the caller's meter. Inside them the context is missing.
 */
public final class FunctionSet {

    private static final FunctionSet EMPTY = new FunctionSet(Map.of(), false);

    private final Map<String, Object> values;
    private final boolean walkWhole;

    private FunctionSet(Map<String, Object> values, boolean walkWhole) {
        this.values = values;
        this.walkWhole = walkWhole;
    }

    /** No functions. */
    public static FunctionSet none() {
        return EMPTY;
    }

    Map<String, Object> values() {
        return values;
    }

    /** Whether one of them may walk all that a value holds. */
    boolean walkWhole() {
        return walkWhole;
    }

    /** Collects functions, each of which was read already. Not thread-safe. */
    public static final class Builder {

        private record Source(Jsonata jsonata, RewrittenSource rewritten, Node node) {}

        private final Interpreter interpreter;
        private final Limits limits;
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, Source> sources = new LinkedHashMap<>();

        /** @param limits what finding out the function may use; its calls have those of the caller */
        public Builder(Interpreter interpreter, Limits limits) {
            this.interpreter = interpreter;
            this.limits = limits;
        }

        /** @throws SyntaxException when the library does not take it, or it gives no function */
        public void add(String name, String source, Node node) {
            RewrittenSource rewritten = Rewriter.rewrite(source, node, Set.of());
            Jsonata jsonata = interpreter.parse(rewritten);
            interpreter.bind(jsonata, rewritten, node, Map.of());
            Guard guard = interpreter.guard();
            EntryCallback entry = (expr, input, frame) -> guard.meter().callback(expr, input, frame);
            ExitCallback exit = (expr, input, frame, result) -> guard.meter().callback(expr, input, frame, result);
            jsonata.assign("__evaluate_entry", entry);
            jsonata.assign("__evaluate_exit", exit);
            values.put(name, function(jsonata));
            sources.put(name, new Source(jsonata, rewritten, node));
        }

        private Object function(Jsonata jsonata) {
            Meter meter = new Meter(limits, System.nanoTime() + limits.nanos(), true);
            Object value = interpreter.guard().under(meter, () -> evaluated(jsonata));
            boolean function = Functions.isLambda(value) || Utils.isFunction(value);
            if (value == null || !function) {
                throw new SyntaxException("expected a function", 0);
            }
            return value;
        }

        private static @Nullable Object evaluated(Jsonata jsonata) {
            try {
                return jsonata.evaluate(null, jsonata.createFrame());
            } catch (RuntimeException | StackOverflowError e) {
                throw new SyntaxException("expected a function, but the source fails", 0);
            }
        }

        /** The functions, which from now on see each other. */
        public FunctionSet build() {
            sources.values().forEach(it -> interpreter.bind(it.jsonata(), it.rewritten(), it.node(), values));
            boolean walkWhole = sources.values().stream().anyMatch(it -> Wildcards.has("**", it.node()));
            return new FunctionSet(Map.copyOf(values), walkWhole);
        }
    }
}
