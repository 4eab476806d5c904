package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.PlanRunner;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A runner that the cache and the invocations under way share: it is closed when the cache has dropped it and the last
 * invocation is done. Thread-safe.
 */
final class SharedRunner {

    private final PlanRunner runner;
    private final Map<String, PlanTrigger> triggers;
    private final AtomicInteger holders = new AtomicInteger(1);

    /** A runner with one holder, the cache. */
    SharedRunner(PlanRunner runner) {
        this.runner = runner;
        this.triggers = PlanTrigger.of(runner.plan());
    }

    /** Whether the runner can be used; who gets true must {@link #release} it. */
    boolean acquire() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            runner.close();
        }
    }

    PlanRunner runner() {
        return runner;
    }

    /** The trigger of a shape; null when the plan has none. */
    @Nullable PlanTrigger trigger(String shape) {
        return triggers.get(shape);
    }
}
