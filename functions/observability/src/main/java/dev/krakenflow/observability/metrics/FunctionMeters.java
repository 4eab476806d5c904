package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.CacheUse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is measured of the calls of one function of a service. A meter is made when there is something to measure. Thread-safe. */
final class FunctionMeters {
    static final String CALLS = "kraken.calls";
    static final String RETRIES = "kraken.retries";
    static final String CACHE = "kraken.cache";

    private final MeterSet meters;
    private final String service;
    private final String function;
    private final Map<String, Timer> calls = new ConcurrentHashMap<>();
    private final Map<CacheUse, Counter> uses = new ConcurrentHashMap<>();
    private volatile @Nullable Counter retries;

    FunctionMeters(MeterSet meters, String service, String function) {
        this.meters = meters;
        this.service = service;
        this.function = function;
    }

    /** Attempts that ended so. */
    Timer calls(String outcome) {
        Timer timer = calls.get(outcome);
        return timer == null ? calls.computeIfAbsent(outcome, this::timer) : timer;
    }

    /** An attempt behind the first. */
    void retried() {
        Counter counter = retries;
        if (counter == null) {
            counter = meters.add(Counter.builder(RETRIES)
                    .description("Attempts behind the first of a call")
                    .tags("service", service, "function", function)::register);
            retries = counter;
        }
        counter.increment();
    }

    void cached(CacheUse use) {
        uses.computeIfAbsent(use, this::counter).increment();
    }

    private Timer timer(String outcome) {
        return meters.add(Timer.builder(CALLS)
                .description("Attempts of calls, each for itself")
                .tags("service", service, "function", function, "outcome", outcome)
                .serviceLevelObjectives(PipelineMeters.BUCKETS)::register);
    }

    private Counter counter(CacheUse use) {
        return meters.add(Counter.builder(CACHE)
                .description("What the cache of a function did for calls")
                .tags(
                        "service",
                        service,
                        "function",
                        function,
                        "result",
                        use.name().toLowerCase(Locale.ROOT))::register);
    }
}
