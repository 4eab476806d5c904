package dev.krakenflow.function.pipeline;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The event loops of the process, in turn: what comes over one connection runs on all of them. Thread-safe. */
final class EventLoops implements Executor {

    private final List<Context> loops;
    private final AtomicInteger next = new AtomicInteger();

    EventLoops(Vertx vertx, int loops) {
        this.loops = Stream.<Context>generate(((VertxInternal) vertx)::createEventLoopContext)
                .limit(loops)
                .toList();
    }

    /** Runs a task later on the next loop. */
    @Override
    public void execute(Runnable task) {
        loops.get(Math.floorMod(next.getAndIncrement(), loops.size())).runOnContext(turn -> task.run());
    }
}
