package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.RaisedTypes;
import dev.krakenflow.plan.Raise;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends the event with a failure that the definition describes, unless a condition does not hold.
 *
 * @param status null: 500
 * @param detail null: a sentence of our own
 */
record RaiseRunner(
        Raise component,
        @Nullable ConditionField condition,
        TemplateField type,
        @Nullable TemplateField status,
        @Nullable TemplateField detail)
        implements ComponentRunner {
    private static final int DEFAULT_STATUS = 500;
    private static final int LEAST_STATUS = 400;
    private static final int MOST_STATUS = 599;
    private static final String DEFAULT_DETAIL = "the pipeline raised this failure";

    static RaiseRunner of(Raise raise, Fields fields) {
        return new RaiseRunner(
                raise,
                fields.condition(raise.condition()),
                fields.template("error.type", raise.code()),
                fields.optional("error.status", raise.status()),
                fields.optional("error.detail", raise.detail()));
    }

    @Override
    public int enter(Path path) {
        Map<String, Object> event = path.event();
        Evaluation evaluation = path.evaluation();
        if (condition != null && !condition.holds(event, evaluation)) {
            path.visit().skips();
            return component.next();
        }
        throw new RunException(failure(event, evaluation), null);
    }

    private Failure failure(Map<String, Object> event, Evaluation evaluation) {
        String raised = text(type, event, evaluation);
        if (!RaisedTypes.isRaisable(raised)) {
            throw type.failure("must give a name in kebab-case that is none of our own codes, or a URI");
        }
        return Failure.ofRaise(
                raised,
                status == null ? DEFAULT_STATUS : status(status, event, evaluation),
                detail == null ? DEFAULT_DETAIL : text(detail, event, evaluation));
    }

    private static String text(TemplateField field, Map<String, Object> event, Evaluation evaluation) {
        Object value = field.value(event, evaluation);
        if (value instanceof String text) {
            return text;
        }
        throw field.failure("must give a string, it is " + JsonKind.of(value));
    }

    private static int status(TemplateField field, Map<String, Object> event, Evaluation evaluation) {
        Object value = field.value(event, evaluation);
        double number = value instanceof Number it ? it.doubleValue() : 0;
        if (number < LEAST_STATUS || number > MOST_STATUS || number != Math.rint(number)) {
            String what = value instanceof Number ? "another number" : JsonKind.of(value);
            throw field.failure("must give a whole number from 400 to 599, it is " + what);
        }
        return (int) number;
    }
}
