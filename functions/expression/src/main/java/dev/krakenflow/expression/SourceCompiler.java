package dev.krakenflow.expression;

import dev.krakenflow.expression.ExpressionProblem.Kind;
import dev.krakenflow.expression.direct.DirectCompiler;
import dev.krakenflow.expression.direct.DirectExpression;
import dev.krakenflow.expression.jsonata.FunctionSet;
import dev.krakenflow.expression.jsonata.Interpreter;
import dev.krakenflow.expression.jsonata.Limits;
import dev.krakenflow.expression.jsonata.Program;
import dev.krakenflow.expression.syntax.Names;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.ShownSource;
import dev.krakenflow.expression.syntax.SyntaxException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compiles the sources of one scope. Finds all problems; null stands for what has some. */
final class SourceCompiler {

    private final Scope scope;
    private final Sources sources;
    private final KnownNames known;
    private final Limits limits;
    private final Supplier<Interpreter> interpreter;
    private final Supplier<FunctionSet> functions;
    private final DirectCompiler direct;
    private final Findings findings;

    SourceCompiler(
            Scope scope,
            Bounds bounds,
            Supplier<Interpreter> interpreter,
            ScopeFunctions functions,
            Findings findings) {
        this.scope = scope;
        this.sources = new Sources(bounds);
        this.known = new KnownNames(scope);
        this.limits = bounds.limits();
        this.interpreter = interpreter;
        this.functions = () -> functions.of(scope);
        this.direct = new DirectCompiler(scope.variables(), bounds.stringLength());
        this.findings = findings;
    }

    @Nullable CompiledExpression compile(String source, String pointer) {
        try {
            Node node = sources.parse(source);
            Names names = Names.of(node);
            List<ExpressionProblem> problems = known.problems(names, pointer).toList();
            problems.forEach(findings::problem);
            if (!problems.isEmpty()) {
                return null;
            }
            return compiled(source, pointer, node, names);
        } catch (SyntaxException e) {
            boolean partial = ExpressionText.hasDelimiter(source);
            findings.problem(
                    partial ? Kind.PARTIAL_EXPRESSION : Kind.BAD_EXPRESSION,
                    pointer,
                    String.valueOf(e.getMessage()),
                    partial
                            ? "one string holds one expression; write " + ExpressionText.whole("{%" + source + "%}")
                            : null);
            return null;
        }
    }

    private CompiledExpression compiled(String source, String pointer, Node node, Names names) {
        Supplier<String> shown = new Once<>(() -> ShownSource.of(source, sources.parse(source)));
        DirectExpression simple = direct.compile(node);
        if (simple != null) {
            Supplier<Program> whenNeeded = new Once<>(() -> program(source, node, names));
            return new CompiledExpression(shown, pointer, simple, whenNeeded, limits);
        }
        Program program = program(source, node, names);
        return new CompiledExpression(shown, pointer, null, () -> program, limits);
    }

    private Program program(String source, Node node, Names names) {
        FunctionSet called = usesFunctions(names) ? functions.get() : FunctionSet.none();
        return interpreter.get().compile(source, node, scope.variables(), called);
    }

    private boolean usesFunctions(Names names) {
        return scope.functions().keySet().stream().anyMatch(names::uses);
    }
}
