package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.InvocationMemos;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.pipeline.stream.Line;
import dev.krakenflow.function.pipeline.stream.StreamRuns;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the events of one stream, each by the plan that is the newest when it begins. All of them share the memos of the
 * request.
 */
final class StreamedCalls implements StreamRuns {

    private final StreamTarget target;
    private final PlanCache plans;
    private final Runs runs;
    private final Call call;
    private final RunOptions options;
    private final int window;
    private final Runnable giveBack;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Runs for one stream.
     *
     * @param call what is asked for beside the events
     * @param window the most events that run at the same time
     * @param giveBack gives back the places that the stream holds
     */
    StreamedCalls(StreamTarget target, PlanCache plans, Runs runs, Call call, int window, Runnable giveBack) {
        this.target = target;
        this.plans = plans;
        this.runs = runs;
        this.call = call;
        this.options = runs.options(call, new InvocationMemos());
        this.window = window;
        this.giveBack = giveBack;
    }

    /** How many events a plan runs at the same time. */
    static int atOnce(Plan plan) {
        return plan.serial() ? 1 : plan.limits().concurrency();
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Uni<List<Line>> run(Object event) {
        return Uni.createFrom()
                .deferred(() -> through(target.pipeline(event), event))
                .onFailure()
                .recoverWithItem(thrown -> List.of(Line.of(Failures.of(thrown))));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }

    private Uni<List<Line>> through(String pipeline, Object event) {
        Lane lane = lanes.computeIfAbsent(pipeline, name -> new Lane());
        return lane.pass(() -> closed.get()
                ? Uni.createFrom().nothing()
                : plans.find(pipeline).chain(shared -> {
                    lane.allow(atOnce(shared.runner().plan()));
                    return run(shared, event);
                }));
    }

    private Uni<List<Line>> run(SharedRunner shared, Object event) {
        Uni<List<List<Outcome>>> outcomes = shared.runner().call(List.of(event), optionsNow());
        Uni<List<List<Outcome>>> here =
                call.debug() ? outcomes.emitOn(Infrastructure.getDefaultWorkerPool()) : outcomes;
        return Ending.once(here.map(ofOne -> Results.lines(ofOne.get(0), call.debug())), shared::release);
    }

    /** The time that the caller gives is each event's own. */
    private RunOptions optionsNow() {
        return call.budget().caller() == null
                ? options
                : runs.options(call, options.memos()).endingAt(options.endNanos());
    }
}
