package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.InvocationMemos;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs events within the bounds of the process and of their pipelines. Thread-safe. */
final class Runs {

    private final InFlight inFlight;
    private final Scheduler scheduler;

    Runs(InFlight inFlight, Scheduler scheduler) {
        this.inFlight = inFlight;
        this.scheduler = scheduler;
    }

    /** What the runs of a call to one pipeline share. */
    RunOptions options(Call call) {
        return options(call, null);
    }

    /** What the runs of a call to several pipelines share. */
    RunOptions sharedOptions(Call call) {
        return options(call, new InvocationMemos());
    }

    /** What the runs of a call share that remembers more than they do. */
    RunOptions options(Call call, @Nullable InvocationMemos memos) {
        return new RunOptions(
                call.debug(),
                deadline(call.budget().caller()),
                deadline(call.budget().platform()),
                call.tracing(),
                call.trigger(),
                memos,
                call.identity(),
                false);
    }

    /** Runs one event; gives what came out of it. */
    Uni<List<Outcome>> ofOne(PlanRunner runner, Object event, RunOptions options) {
        return admit(1, options, () -> runner.call(List.of(event), options)).map(outcomes -> outcomes.get(0));
    }

    /** Runs a list of events; gives the answer. Fails with {@code payload-too-large} when they are too many. */
    Uni<Answer> ofList(PlanRunner runner, List<?> events, RunOptions options) {
        int share = share(runner, events.size());
        return admit(share, options, () -> runner.call(events, options))
                .map(outcomes -> Results.ofList(outcomes, options.debug()));
    }

    /** Does work that runs so many events at once, see {@link #share}; what comes behind it may take its time. */
    <T> Uni<T> admit(int share, RunOptions options, Supplier<Uni<T>> work) {
        Uni<T> done = inFlight.admit(share, work);
        return options.debug() ? done.emitOn(Infrastructure.getDefaultWorkerPool()) : done;
    }

    /**
     * How many of a call's events a pipeline runs at once.
     *
     * @throws RequestException {@code payload-too-large} when it does not take so many
     */
    int share(PlanRunner runner, int events) {
        Limits limits = runner.plan().limits();
        if (events > limits.maxEvents()) {
            throw RequestException.of(
                    FailureCode.PAYLOAD_TOO_LARGE,
                    "this pipeline takes at most " + limits.maxEvents() + " events in one call");
        }
        return Math.min(events, limits.concurrency());
    }

    private long deadline(@Nullable Duration timeout) {
        if (timeout == null || timeout.compareTo(Limits.DEFAULT.timeout().multipliedBy(1_000)) > 0) {
            return Long.MAX_VALUE;
        }
        return scheduler.nanoTime() + timeout.toNanos();
    }
}
