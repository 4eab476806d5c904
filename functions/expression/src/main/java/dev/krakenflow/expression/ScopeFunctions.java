package dev.krakenflow.expression;

import dev.krakenflow.expression.jsonata.FunctionSet;
import dev.krakenflow.expression.jsonata.Interpreter;
import dev.krakenflow.expression.syntax.SyntaxException;

/** The functions of a scope, compiled. Those with problems are left out: who compiles them reports them. */
final class ScopeFunctions {

    private ScopeFunctions() {}

    static FunctionSet of(Scope scope, Bounds bounds, Interpreter interpreter) {
        FunctionSet.Builder functions = new FunctionSet.Builder(interpreter, bounds.limits());
        Sources sources = new Sources(bounds);
        scope.functions().forEach((name, source) -> {
            try {
                functions.add(name, source, sources.parse(source));
            } catch (SyntaxException e) {
                // Reported when the function itself is compiled.
            }
        });
        return functions.build();
    }
}
