package dev.krakenflow.expression;

import dev.krakenflow.expression.direct.DirectExpression;
import dev.krakenflow.expression.jsonata.EvaluationException;
import dev.krakenflow.expression.jsonata.Limits;
import dev.krakenflow.expression.jsonata.Program;
import dev.krakenflow.expression.syntax.SyntaxException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One expression of a template: evaluated directly where it is simple enough, else by the library. Thread-safe. */
final class CompiledExpression {

    private static final int LONGEST_SOURCE_SHOWN = 200;

    private final Supplier<String> shownSource;
    private final String pointer;
    private final @Nullable DirectExpression direct;
    private final Supplier<Program> program;
    private final Limits limits;

    /**
     * @param shownSource asked for when it fails: the source without what may be secret
     * @param direct null when the library must do it
     * @param program asked for when the library is needed
     */
    CompiledExpression(
            Supplier<String> shownSource,
            String pointer,
            @Nullable DirectExpression direct,
            Supplier<Program> program,
            Limits limits) {
        this.shownSource = shownSource;
        this.pointer = pointer;
        this.direct = direct;
        this.program = program;
        this.limits = limits;
    }

    /** @throws ExpressionException when it fails or goes over a bound */
    @Nullable Object evaluate(TemplateRun run) {
        Object result = direct == null ? DirectExpression.UNSURE : direct.evaluate(run.input(), run.variables());
        if (result == DirectExpression.UNSURE) {
            return evaluateByLibrary(run);
        }
        if (result != null && !run.size().add(result)) {
            throw failure("it went over its bounds: a result too large to be written out");
        }
        return result;
    }

    private @Nullable Object evaluateByLibrary(TemplateRun run) {
        try {
            return program.get()
                    .evaluate(
                            run.input(),
                            run.variables(),
                            run.size(),
                            limits,
                            run.evaluation().deadlineNanos());
        } catch (EvaluationException | SyntaxException e) {
            throw failure(String.valueOf(e.getMessage()));
        }
    }

    /** A failure of this expression, with where it stands. Has no cause: the library's texts show values of the event. */
    ExpressionException failure(String reason) {
        String source = shownSource.get();
        String shown =
                source.length() > LONGEST_SOURCE_SHOWN ? source.substring(0, LONGEST_SOURCE_SHOWN) + "…" : source;
        String place = pointer.isEmpty() ? "" : " at " + pointer;
        return new ExpressionException("{% " + shown + " %}" + place + " failed: " + reason, null);
    }
}
