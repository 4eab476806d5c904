package dev.krakenflow.client.computed;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.CallResult;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Objects;

/**
 * A JSONata function that is called with the args as its one argument. It is computed by the thread that subscribes,
 * within the bounds of every expression.
 *
 * @param function its input is the argument
 */
record ComputedFunction(Template function) implements ClientFunction {

    @Override
    public Uni<Object> call(Object args, CallContext context) {
        return Uni.createFrom().item(() -> compute(args, context));
    }

    @Override
    public boolean repeatable(Object args) {
        return true;
    }

    private Object compute(Object args, CallContext context) {
        try {
            Object result = function.evaluate(args, new Evaluation(Map.of(), context.deadlineNanos()));
            return Objects.requireNonNullElse(result, CallResult.MISSING);
        } catch (ExpressionException e) {
            String detail = Objects.requireNonNullElse(e.getMessage(), "the function failed");
            throw ClientException.inCall(Failure.of(FailureCode.EXPRESSION, detail), e);
        }
    }
}
