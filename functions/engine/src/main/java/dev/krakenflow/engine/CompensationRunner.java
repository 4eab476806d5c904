package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a stage.
 *
 * @param function what is called
 * @param prepare null: the event goes to it
 * @param timeout bounds the call with all its attempts; null: only what bounds all that is undone does
 */
record CompensationRunner(
        FunctionRunner function,
        @Nullable TemplateField prepare,
        @Nullable Duration timeout) {

    /** The key of the template. */
    static final String PREPARE = "compensate.prepare";

    /**
     * Calls the function, on subscription.
     *
     * @param whole when everything must be undone
     * @return fails with {@link RunException} that knows its place
     */
    Uni<Object> call(Undo undo, Run run, Deadline whole) {
        String pointer = undo.place().pointer() + "/compensate";
        Deadline deadline = timeout == null ? whole : whole.orEarlier(own(timeout, run.scheduler()));
        return Uni.createFrom()
                .deferred(() -> function.call(new CallSite(
                        args(undo, deadline),
                        deadline,
                        undo.origin(),
                        undo.place().name(),
                        pointer,
                        run.options().tracing(),
                        run.observer().undoing(undo.place().name()),
                        null)))
                .onFailure()
                .transform(thrown -> placed(Failures.of(thrown, null), undo, pointer));
    }

    private Object args(Undo undo, Deadline deadline) {
        if (prepare == null) {
            return undo.event();
        }
        Variables variables = new Variables(undo.origin(), undo.place().name(), undo.event());
        return prepare.object(undo.event(), new Evaluation(variables, deadline.atNanos()));
    }

    private static Deadline own(Duration timeout, Scheduler scheduler) {
        String detail = "the stage was not undone within " + timeout.toMillis() + " ms";
        return new Deadline(scheduler.nanoTime() + Deadline.nanos(timeout), FailureCode.TIMEOUT, detail);
    }

    private static RunException placed(RunException failed, Undo undo, String pointer) {
        Failure failure = failed.failure();
        if (failure.place().pipeline() != null) {
            return failed;
        }
        FailurePlace place =
                failure.place().withRun(undo.origin().pipeline(), undo.origin().eventId());
        return failed.with(failure.at(place.withComponent(undo.place().name(), pointer)));
    }
}
