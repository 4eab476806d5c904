package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls pipelines: the one bean behind every way a call can come in. Thread-safe. */
public final class PipelineCalls {

    private final PlanCache plans;
    private final InFlight inFlight;
    private final Scheduler scheduler;

    PipelineCalls(PlanCache plans, InFlight inFlight, Scheduler scheduler) {
        this.plans = plans;
        this.inFlight = inFlight;
        this.scheduler = scheduler;
    }

    /** Runs the events of a call. Fails with {@link RequestException} when nothing could run. */
    Uni<Answer> call(Call call) {
        long deadline = deadline(call.timeout());
        RunOptions options = new RunOptions(call.debug(), deadline, call.tracing(), call.trigger());
        return plans.find(call.pipeline())
                .chain(shared -> run(shared.runner(), call.body(), options)
                        .onTermination()
                        .invoke(shared::release));
    }

    private Uni<Answer> run(PlanRunner runner, Object body, RunOptions options) {
        return body instanceof List<?> events ? runList(runner, events, options) : runOne(runner, body, options);
    }

    private Uni<Answer> runOne(PlanRunner runner, Object event, RunOptions options) {
        return inFlight.admit(1, () -> runner.call(List.of(event), options))
                .map(outcomes -> Results.ofOne(outcomes.get(0), options.debug()));
    }

    private Uni<Answer> runList(PlanRunner runner, List<?> events, RunOptions options) {
        Limits limits = runner.plan().limits();
        if (events.size() > limits.maxEvents()) {
            return Uni.createFrom()
                    .failure(RequestException.of(
                            FailureCode.PAYLOAD_TOO_LARGE,
                            "this pipeline takes at most " + limits.maxEvents() + " events in one call"));
        }
        int atOnce = Math.min(events.size(), limits.concurrency());
        return inFlight.admit(atOnce, () -> runner.call(events, options))
                .map(outcomes -> Results.ofList(outcomes, options.debug()));
    }

    private long deadline(@Nullable Duration timeout) {
        if (timeout == null || timeout.compareTo(Limits.DEFAULT.timeout().multipliedBy(1_000)) > 0) {
            return Long.MAX_VALUE;
        }
        return scheduler.nanoTime() + timeout.toNanos();
    }
}
