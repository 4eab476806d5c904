package dev.krakenflow.expression;

import dev.krakenflow.expression.jsonata.FunctionSet;
import dev.krakenflow.expression.jsonata.Interpreter;
import dev.krakenflow.expression.syntax.SyntaxException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * The functions of scopes, compiled once for all sources of a scope, because that takes much longer than a source.
 * Remembered for as long as somebody holds the scope. Thread-safe.
 */
final class ScopeFunctions {

    private final Bounds bounds;
    private final Supplier<Interpreter> interpreter;
    private final Map<Map<String, String>, FunctionSet> compiled = Collections.synchronizedMap(new WeakHashMap<>());

    ScopeFunctions(Bounds bounds, Supplier<Interpreter> interpreter) {
        this.bounds = bounds;
        this.interpreter = interpreter;
    }

    /** Those with problems are left out: who compiles them reports them. */
    FunctionSet of(Scope scope) {
        FunctionSet before = compiled.get(scope.functions());
        if (before != null) {
            return before;
        }
        FunctionSet functions = compile(scope.functions());
        compiled.put(scope.functions(), functions);
        return functions;
    }

    private FunctionSet compile(Map<String, String> named) {
        FunctionSet.Builder functions = new FunctionSet.Builder(interpreter.get(), bounds.limits());
        Sources sources = new Sources(bounds);
        named.forEach((name, source) -> {
            try {
                functions.add(name, source, sources.parse(source));
            } catch (SyntaxException e) {
                // Reported when the function itself is compiled.
            }
        });
        return functions.build();
    }
}
