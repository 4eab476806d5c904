package dev.krakenflow.engine;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;

/** Makes plans runnable. One for a process. Thread-safe. */
public interface Engine {

    /**
     * Compiles a plan's expressions and opens the clients of its services. Cheap enough for an event loop.
     *
     * @throws IllegalArgumentException when the plan was not made by this version's compiler and cannot be compiled
     */
    PlanRunner load(Plan plan);

    /**
     * The same, for whoever watches the runs.
     *
     * @param version number of the pipeline's definition; 0: it has none
     */
    default PlanRunner load(Plan plan, long version) {
        return load(plan);
    }

    /** Calls one function of a service without helpers directly, outside any pipeline. */
    default Uni<Object> callService(Service service, String function, Object args, RunOptions options) {
        return callService(service, Map.of(), function, args, options);
    }

    /**
     * Calls one function of a service directly, outside any pipeline.
     *
     * @param helpers the libraries that the service names: library → function → source, as in {@link Plan#helpers}
     * @param args a JSON value; anything but an object is the failure {@code invalid-input}
     * @return the result, an object; fails with {@link RunException}
     */
    Uni<Object> callService(
            Service service,
            Map<String, Map<String, String>> helpers,
            String function,
            Object args,
            RunOptions options);

    /** What the circuit breaker of a service does in this process; empty when the service has none. */
    Optional<CircuitState> circuit(Service service);

    /** Forgets what the policies of a service remember of its calls in this process: it was deleted. */
    void forget(String service);

    /** Closes every client. */
    Uni<Void> close();
}
