package dev.krakenflow.engine;

import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose expressions are compiled and whose clients are open, ready to run events. Thread-safe; shared by all
 * invocations until {@link #close}.
 */
public interface PlanRunner {

    Plan plan();

    /**
     * Runs one event; or gives what came out of it before, when the same call comes again.
     *
     * @param event a JSON value; anything but an object is the failure {@code invalid-event}
     * @param done told once, with what came out: one outcome, or several where a composer split the event, depth first;
     *     never told after a cancel
     * @return cancels the run and the calls under way
     */
    Cancellable run(Object event, RunOptions options, Consumer<List<Outcome>> done);

    /**
     * Runs the events of one invocation, at most {@code concurrency} of them at the same time; those of calls that come
     * again as {@link #run} does.
     *
     * @return for each event, in their order, what came out of it; never fails, cancelling cancels all runs
     */
    Uni<List<List<Outcome>>> call(List<?> events, RunOptions options);

    /**
     * By what the run of an event would know that it comes again. Computes what the event's pipeline says of that.
     *
     * @param event a JSON value
     * @return null: by nothing, or the run fails before that matters
     */
    @Nullable CallMark identify(Object event, RunOptions options);

    /**
     * What a trigger of this plan answers for a result.
     *
     * @param trigger index in the plan's triggers
     * @param event the final event
     * @throws RunException when a template fails or gives something that cannot be sent; step {@code response}
     */
    TriggerResponse response(int trigger, Map<String, Object> event, RunOptions options);

    /** Gives back the clients that only this plan held; runs under way finish. */
    void close();
}
