package dev.krakenflow.benchmarks.http;

import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * One load on one target.
 *
 * @param load what the generator saw
 * @param processor processor time of the server for each request, in microseconds
 * @param generator processor time of the generator for each request, in microseconds
 */
record Round(Load load, double processor, double generator) {

    static Round of(Target target, LoadGenerator generator, int connections, Duration time)
            throws InterruptedException, ExecutionException {
        Duration server = target.server().processorTime();
        Duration own = ownTime();
        Load load = generator
                .start(target.server().port(), target.exchanges(), connections, time)
                .get();
        return new Round(
                load,
                target.server().processorTime().minus(server).toNanos() / 1e3 / load.answers(),
                ownTime().minus(own).toNanos() / 1e3 / load.answers());
    }

    private static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
