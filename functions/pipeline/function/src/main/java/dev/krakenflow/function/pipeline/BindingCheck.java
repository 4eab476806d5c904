package dev.krakenflow.function.pipeline;

import dev.krakenflow.definition.Nearest;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses to start a process that is to run one pipeline alone where there is no such pipeline: nothing that comes could be
 * run, and a queue would give up its messages one after the other.
 */
@Singleton
final class BindingCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_NAMES = 20;

    void check(@Observes StartupEvent start, Binding binding, DefinitionStore store) {
        binding.pipeline().ifPresent(pipeline -> check(pipeline, defined(pipeline, store)));
    }

    /**
     * Refuses a name that is none of a pipeline.
     *
     * @throws ConfigurationException with what there is
     */
    static void check(String pipeline, Collection<String> defined) {
        if (!defined.contains(pipeline)) {
            Optional<String> nearest = Nearest.to(pipeline, defined);
            throw new ConfigurationException("kraken.pipeline names no pipeline: \"" + pipeline + "\" is not defined"
                    + nearest.map(name -> ", did you mean \"" + name + "\"?").orElse(";") + " " + list(defined));
        }
    }

    private static Collection<String> defined(String pipeline, DefinitionStore store) {
        try {
            return store.names(Kind.PIPELINES)
                    .onFailure(StoreUnavailableException.class)
                    .retry()
                    .withBackOff(PAUSE, PAUSE)
                    .expireIn(PATIENCE.toMillis())
                    .await()
                    .atMost(PATIENCE.plus(PAUSE));
        } catch (TimeoutException | IllegalStateException | StoreUnavailableException away) {
            throw new ConfigurationException("kraken.pipeline names the pipeline \"" + pipeline
                    + "\", and the store did not say within " + PATIENCE.toSeconds()
                    + " s whether there is one: is kraken.redis.url right, and does Redis answer?");
        }
    }

    private static String list(Collection<String> defined) {
        if (defined.isEmpty()) {
            return "No pipeline is defined.";
        }
        String some = new TreeSet<>(defined).stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String more = defined.size() > MOST_NAMES ? ", and " + (defined.size() - MOST_NAMES) + " more" : "";
        return "These are: " + some + more + ".";
    }
}
