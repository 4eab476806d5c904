package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service as a plan needs it: the functions that the plan calls, and the state it was in when the plan was linked.
 *
 * @param name the service's name
 * @param state calls of a service that is not started fail with {@code service-not-ready}
 * @param module the client's canonical name ({@code http}, {@code lambda}, …); empty when undefined
 * @param start the client's start arguments as written, with their expressions; never holds a resolved secret
 * @param functions by name; a function that the service lacks is missing and fails with {@code function-undefined}
 * @param helpers the helper libraries that its expressions and lambdas see; see {@link Plan#helpers}
 * @param policies what stands before the calls of all its functions
 */
public record Service(
        String name,
        State state,
        String module,
        ObjectNode start,
        Map<String, ServiceFunction> functions,
        List<String> helpers,
        CallPolicies policies) {

    /** Whether a service can be called. */
    public enum State {
        UNDEFINED,
        STOPPED,
        STARTED
    }

    public Service {
        requireNonNull(name);
        requireNonNull(state);
        requireNonNull(module);
        requireNonNull(start);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        helpers = List.copyOf(helpers);
        requireNonNull(policies);
    }

    /** A service with nothing before its calls. */
    public Service(
            String name,
            State state,
            String module,
            ObjectNode start,
            Map<String, ServiceFunction> functions,
            List<String> helpers) {
        this(name, state, module, start, functions, helpers, CallPolicies.NONE);
    }

    /** A service whose expressions see no helpers. */
    public Service(String name, State state, String module, ObjectNode start, Map<String, ServiceFunction> functions) {
        this(name, state, module, start, functions, List.of());
    }
}
