package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the cache of a service function around what makes its results. */
final class CacheLoader {
    private final FunctionCall call;
    private final Service service;
    private final Map<String, String> helpers;
    private final Ports ports;

    /** @param helpers the functions of the service's helper libraries */
    CacheLoader(FunctionCall call, Service service, Map<String, String> helpers, Ports ports) {
        this.call = call;
        this.service = service;
        this.helpers = helpers;
        this.ports = ports;
    }

    /**
     * @param made makes results of the function
     * @param fields of what sees the args
     */
    Call load(ServiceFunction function, Cache policy, Call made, Fields fields) {
        Scheduler scheduler = ports.scheduler();
        ResultAge age = new ResultAge(policy, scheduler);
        KeptResults results = policy.shared()
                ? new SharedResults(ports.stores().cache(), age, scheduler::now)
                : new InstanceResults(ports.states().results(), age);
        CacheKey key = new CacheKey(definition(function, policy), fields.optional(CacheKey.KEY, policy.key()));
        return new CachedCall(key, results, ports.states().flights(), new TimeLimit(scheduler), scheduler, made);
    }

    /** Of all that a result comes from but the args. */
    private String definition(ServiceFunction function, Cache policy) {
        return Fingerprint.ofValues(
                call.service(),
                call.function(),
                service.module(),
                helpers,
                policy.toString(),
                values(
                        service.start(),
                        function.input(),
                        function.prepare(),
                        function.call(),
                        function.transform(),
                        function.output(),
                        function.idempotencyKey()));
    }

    private static List<Object> values(@Nullable JsonNode... nodes) {
        return Arrays.stream(nodes)
                .map(node -> node == null ? JsonNull.VALUE : JsonNodes.toValue(node))
                .toList();
    }
}
