package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan with everything compiled that a run needs. */
final class LoadedPlan implements PlanRunner {
    private final Plan plan;
    private final Ports ports;
    private final ProgramRunner program;
    private final List<TriggerRunner> triggers;
    private final @Nullable IdempotencyField idempotency;
    private final PlanObserver observer;
    private final ClientUse clients;
    private final int pathsAtOnce;
    private final long budgetNanos;
    private final String budgetDetail;
    private boolean closed;

    /** @param clients those of the plan's services, taken already */
    LoadedPlan(
            Plan plan,
            Ports ports,
            ProgramRunner program,
            List<TriggerRunner> triggers,
            @Nullable IdempotencyField idempotency,
            PlanObserver observer,
            ClientUse clients) {
        this.plan = plan;
        this.ports = ports;
        this.program = program;
        this.triggers = triggers;
        this.idempotency = idempotency;
        this.observer = observer;
        this.clients = clients;
        this.pathsAtOnce = plan.serial() ? 1 : plan.limits().concurrency();
        this.budgetNanos = Deadline.nanos(plan.limits().timeout());
        this.budgetDetail =
                "the run was not done within " + plan.limits().timeout().toMillis() + " ms";
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Cancellable run(Object event, RunOptions options, Consumer<List<Outcome>> done) {
        Invocation invocation = new Invocation(this, List.of(event), options, outcomes -> done.accept(outcomes.get(0)));
        invocation.start();
        return invocation;
    }

    @Override
    public Uni<List<List<Outcome>>> call(List<?> events, RunOptions options) {
        return Uni.createFrom().emitter(emitter -> {
            Invocation invocation = new Invocation(this, events, options, emitter::complete);
            emitter.onTermination(invocation::cancel);
            invocation.start();
        });
    }

    @Override
    public @Nullable CallMark identify(Object event, RunOptions options) {
        if (!mayComeAgain(options)) {
            return null;
        }
        try {
            Map<String, Object> entering = program.event(event);
            program.checkInput(entering);
            Origin origin = new OuterOrigin(plan.pipeline(), options.trigger());
            return mark(entering, options, origin, budget(options));
        } catch (Throwable itsRunFailsWith) {
            return null;
        }
    }

    @Override
    public TriggerResponse response(int trigger, Map<String, Object> event, RunOptions options) {
        Origin origin = new OuterOrigin(plan.pipeline(), options.trigger());
        Deadline deadline = budget(options);
        Evaluation evaluation = new Evaluation(new Variables(origin, null, event), deadline.atNanos());
        try {
            return triggers.get(trigger).response(event, evaluation);
        } catch (Throwable thrown) {
            throw placed(Failures.of(thrown, TriggerRunner.STEP), "/triggers/" + trigger + "/http/response", deadline);
        }
    }

    private RunException placed(RunException failed, String instance, Deadline deadline) {
        Failure failure = deadline.over(failed, ports.scheduler().nanoTime()).failure();
        String step = failure.place().step();
        RunException placed = new RunException(
                failure.at(new FailurePlace(plan.pipeline(), null, instance, step, null, null, null)),
                failed.getCause());
        if (failure.is(FailureCode.INTERNAL) && failed.getCause() != null) {
            ports.log().unexpected(placed.failure(), failed.getCause());
        }
        return placed;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            observer.closed();
            clients.release();
        }
    }

    Ports ports() {
        return ports;
    }

    /** Whoever watches its runs. */
    PlanObserver observer() {
        return observer;
    }

    ProgramRunner program() {
        return program;
    }

    /** Whether an event may be one that came before. */
    boolean mayComeAgain(RunOptions options) {
        return idempotency != null || options.identity().key() != null;
    }

    /**
     * By what an event is known that may come again.
     *
     * @throws RunException {@code expression} when the pipeline cannot say it
     */
    CallMark mark(Map<String, Object> event, RunOptions options, Origin origin, Deadline budget) {
        CallIdentity identity = options.identity();
        String callers = identity.key();
        String key = callers != null || idempotency == null
                ? requireNonNull(callers)
                : idempotency.keyOf(event, new Evaluation(new Variables(origin, null, event), budget.atNanos()));
        Duration ttl = idempotency == null ? Idempotency.DEFAULT_TTL : idempotency.ttl();
        return new CallMark(key, Fingerprint.of(event, identity.address()), ttl);
    }

    Limits limits() {
        return plan.limits();
    }

    /** How many paths of one invocation may go on at the same time. */
    int pathsAtOnce() {
        return pathsAtOnce;
    }

    /** Keeps the clients open, after a close too, until as many calls of {@link #release}. */
    void retain() {
        clients.retain();
    }

    void release() {
        clients.release();
    }

    /** The budget of a run that starts now. */
    Deadline budget(RunOptions options) {
        long now = ports.scheduler().nanoTime();
        Deadline own = new Deadline(now + budgetNanos, FailureCode.BUDGET_EXHAUSTED, budgetDetail);
        Deadline callers = options.deadlineNanos() == Long.MAX_VALUE ? own : own.orEarlier(callers(options));
        return options.endNanos() == Long.MAX_VALUE ? callers : callers.orEarlier(platforms(options, now));
    }

    private static Deadline callers(RunOptions options) {
        return new Deadline(
                options.deadlineNanos(),
                FailureCode.BUDGET_EXHAUSTED,
                "the run was not done in the time its caller gives");
    }

    /** Leaves time for {@code finally}, but no more than half of all. */
    private Deadline platforms(RunOptions options, long now) {
        long left = Math.max(0, options.endNanos() - now);
        Handlers handlers = plan.handlers();
        long lastly = handlers.lastly() == null ? 0 : handlers.finallyTimeout().toNanos();
        return new Deadline(
                now + left - Math.min(lastly, left / 2),
                FailureCode.BUDGET_EXHAUSTED,
                "the run was not done in the time its platform leaves");
    }

    /** An event that has not gone into its pipeline, or has come out of it: which one it is is not told. */
    private record OuterOrigin(String pipeline, @Nullable Map<String, Object> trigger) implements Origin {

        @Override
        public @Nullable String eventId() {
            return null;
        }
    }
}
