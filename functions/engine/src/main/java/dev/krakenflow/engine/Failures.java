package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import org.jspecify.annotations.Nullable;

/** Makes failures of whatever was thrown. */
final class Failures {

    private Failures() {}

    /** @param step where it happened, unless what was thrown knows better */
    static RunException of(Throwable thrown, @Nullable String step) {
        return switch (thrown) {
            case RunException it -> it;
            case ClientException it ->
                new RunException(it.failure().at(at(it.beforeTheCall() ? "prepare" : Call.STEP)), it.getCause());
            case ExpressionException it ->
                new RunException(
                        Failure.of(FailureCode.EXPRESSION, String.valueOf(it.getMessage()))
                                .at(at(step)),
                        it);
            default ->
                new RunException(
                        Failure.of(FailureCode.INTERNAL, "something unexpected happened, which was logged")
                                .at(at(step)),
                        thrown);
        };
    }

    private static FailurePlace at(@Nullable String step) {
        return step == null ? FailurePlace.NOWHERE : FailurePlace.NOWHERE.withStep(step);
    }
}
