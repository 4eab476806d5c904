package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plan with everything compiled that a run needs. */
final class LoadedPlan implements PlanRunner {
    private final Plan plan;
    private final Ports ports;
    private final ProgramRunner program;
    private final @Nullable SchemaField input;
    private final @Nullable SchemaField output;
    private final ClientUse clients;
    private final long budgetNanos;
    private final String budgetDetail;
    private boolean closed;

    /** @param clients those of the plan's services, taken already */
    LoadedPlan(Plan plan, Ports ports, ProgramRunner program, ClientUse clients) {
        this.plan = plan;
        this.ports = ports;
        this.program = program;
        this.input = SchemaField.input(plan.input());
        this.output = SchemaField.output(plan.output());
        this.clients = clients;
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
    public synchronized void close() {
        if (!closed) {
            closed = true;
            clients.release();
        }
    }

    Ports ports() {
        return ports;
    }

    ProgramRunner program() {
        return program;
    }

    Limits limits() {
        return plan.limits();
    }

    /** Keeps the clients open, after a close too, until as many calls of {@link #release}. */
    void retain() {
        clients.retain();
    }

    void release() {
        clients.release();
    }

    /** The budget of a run that starts now. */
    Deadline budget(long callerDeadlineNanos) {
        long now = ports.scheduler().nanoTime();
        Deadline own = new Deadline(now + budgetNanos, FailureCode.BUDGET_EXHAUSTED, budgetDetail);
        return callerDeadlineNanos == Long.MAX_VALUE ? own : own.orEarlier(callers(callerDeadlineNanos));
    }

    /** @throws RunException {@code invalid-event}, {@code invalid-input} */
    void checkEvent(Object event) {
        if (!(event instanceof Map)) {
            String detail = "an event must be an object, it is " + JsonKind.of(event);
            throw new RunException(Failure.of(FailureCode.INVALID_EVENT, detail), null);
        }
        if (input != null) {
            input.check(event);
        }
    }

    /** @throws RunException {@code invalid-output} */
    void checkResult(Map<String, Object> event) {
        if (output != null) {
            output.check(event);
        }
    }

    private static Deadline callers(long nanos) {
        return new Deadline(nanos, FailureCode.BUDGET_EXHAUSTED, "the run was not done in the time its caller gives");
    }
}
