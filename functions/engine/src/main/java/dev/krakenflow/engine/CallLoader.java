package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.CallPolicies;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.RateLimit;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the policies of one service function around its client, those that it has: cache → retry → circuit breaker → rate
 * limit → bulkhead → timeout of an attempt → client. What a service limits, its functions may limit further; a circuit
 * breaker of a function stands in the place of the service's.
 */
final class CallLoader {
    private final FunctionCall call;
    private final ServiceFunction function;
    private final Service service;
    private final HelperScopes scopes;
    private final Ports ports;
    private final boolean watched;

    /** @param watched whether anybody watches the calls */
    CallLoader(
            FunctionCall call,
            ServiceFunction function,
            Service service,
            HelperScopes scopes,
            Ports ports,
            boolean watched) {
        this.call = call;
        this.function = function;
        this.service = service;
        this.scopes = scopes;
        this.ports = ports;
        this.watched = watched;
    }

    /**
     * What gives results of the function.
     *
     * @param open the client's function
     * @param retry when a failed attempt is made again; null: never
     * @throws IllegalArgumentException when something in it cannot be compiled
     */
    Call load(OpenFunction open, @Nullable Retry retry) {
        Fields fields = fields();
        Call made = new InterfaceCall(
                attempts(open, retry, fields),
                fields.optional("transform", function.transform()),
                SchemaField.output(function.output()));
        Cache cache = function.cache();
        return cache == null
                ? made
                : new CacheLoader(call, service, scopes.functions(service.helpers()), ports)
                        .load(function, cache, made, fields);
    }

    private Call attempts(OpenFunction open, @Nullable Retry retry, Fields fields) {
        Call attempt = new ClientCall(fields.optional("prepare", function.prepare()), open);
        Call timed = new AttemptTimeout(attempt, function.timeout(), ports.scheduler());
        Call limited = broken(limited(admitted(watched ? new WatchedAttempt(timed) : timed)));
        Call retried = retry == null ? limited : retried(limited, retry);
        JsonNode key = function.idempotencyKey();
        return key == null ? retried : new IdentifiedCall(fields.template(IdentifiedCall.KEY, key), retried);
    }

    private Call admitted(Call attempt) {
        Call ofService = admitted(attempt, null, service.policies());
        return admitted(ofService, call.function(), function.policies());
    }

    private Call admitted(Call attempt, @Nullable String name, CallPolicies policies) {
        Bulkhead bulkhead = policies.bulkhead();
        if (bulkhead == null) {
            return attempt;
        }
        Compartment compartment = ports.states().compartments().of(service.name(), name, bulkhead);
        return new AdmittedCall(compartment, ports.scheduler(), attempt);
    }

    private Call limited(Call attempt) {
        Call ofService = limited(attempt, null, service.policies());
        return limited(ofService, call.function(), function.policies());
    }

    private Call limited(Call attempt, @Nullable String name, CallPolicies policies) {
        RateLimit limit = policies.rateLimit();
        if (limit == null) {
            return attempt;
        }
        if (limit.shared()) {
            String limiter = name == null ? service.name() : service.name() + "/" + name;
            TimeLimit time = new TimeLimit(ports.scheduler());
            return new SharedLimitedCall(ports.stores().limits(), limiter, limit, time, attempt);
        }
        return new LimitedCall(ports.states().quotas().of(service.name(), name, limit), attempt);
    }

    private Call broken(Call attempt) {
        Breaker own = function.policies().breaker();
        Breaker breaker = own == null ? service.policies().breaker() : own;
        if (breaker == null) {
            return attempt;
        }
        String name = own == null ? null : call.function();
        return new CircuitCall(ports.states().circuits().of(service.name(), name, breaker), attempt);
    }

    private Call retried(Call attempt, Retry retry) {
        ConditionField when = errorFields(retry.helpers()).condition(RetryRule.WHEN, retry.when());
        RetryPauses pauses = new RetryPauses(retry, ports.scheduler(), ports.random());
        return new RetriedCall(attempt, RetryRule.of(call, retry, when), pauses, ports.scheduler());
    }

    private Fields fields() {
        return new Fields(ports.expressions(), scopes.scope(service.helpers(), "event", "context"));
    }

    /** Of what sees the failure of a call as well. */
    Fields errorFields(List<String> helpers) {
        return new Fields(ports.expressions(), scopes.scope(helpers, "event", "context", "error"));
    }
}
