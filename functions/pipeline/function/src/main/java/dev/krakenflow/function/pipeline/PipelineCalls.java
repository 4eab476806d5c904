package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.function.http.Answer;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Calls pipelines by their names. Thread-safe. */
final class PipelineCalls {

    private final PlanCache plans;
    private final Binding binding;
    private final Runs runs;

    PipelineCalls(PlanCache plans, Binding binding, Runs runs) {
        this.plans = plans;
        this.binding = binding;
        this.runs = runs;
    }

    /**
     * Runs the events of a call. Fails with {@link dev.krakenflow.function.http.RequestException} when nothing could
     * run.
     */
    Uni<Answer> call(String pipeline, Call call) {
        binding.check(pipeline);
        return call(plans.find(pipeline), call);
    }

    /**
     * Runs the events of a call, and releases the plan then.
     *
     * @param found the plan, acquired for this call
     */
    Uni<Answer> call(Uni<SharedRunner> found, Call call) {
        RunOptions options = runs.options(call);
        return found.chain(shared -> Ending.once(
                Uni.createFrom().deferred(() -> run(shared.runner(), call.body(), options)), shared::release));
    }

    private Uni<Answer> run(PlanRunner runner, Object body, RunOptions options) {
        return body instanceof List<?> events
                ? runs.ofList(runner, events, options)
                : runs.ofOne(runner, body, options).map(outcomes -> Results.ofOne(outcomes, options.debug()));
    }
}
