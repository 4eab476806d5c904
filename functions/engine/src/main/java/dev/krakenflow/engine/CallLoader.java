package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the policies of one service function around its client: only those that it has. */
final class CallLoader {
    private final FunctionCall call;
    private final ServiceFunction function;
    private final Service service;
    private final HelperScopes scopes;
    private final Ports ports;

    CallLoader(FunctionCall call, ServiceFunction function, Service service, HelperScopes scopes, Ports ports) {
        this.call = call;
        this.function = function;
        this.service = service;
        this.scopes = scopes;
        this.ports = ports;
    }

    /**
     * All attempts of a call.
     *
     * @param open the client's function
     * @param retry when a failed attempt is made again; null: never
     * @throws IllegalArgumentException when something in it cannot be compiled
     */
    Call load(OpenFunction open, @Nullable Retry retry) {
        Fields fields = fields(service.helpers());
        Call attempt = new ClientCall(fields.optional("prepare", function.prepare()), open);
        Call timed = new AttemptTimeout(attempt, function.timeout(), ports.scheduler());
        Call retried = retry == null ? timed : retried(timed, retry);
        JsonNode key = function.idempotencyKey();
        return key == null ? retried : new IdentifiedCall(fields.template(IdentifiedCall.KEY, key), retried);
    }

    private Call retried(Call attempt, Retry retry) {
        ConditionField when = errorFields(retry.helpers()).condition(RetryRule.WHEN, retry.when());
        RetryPauses pauses = new RetryPauses(retry, ports.scheduler(), ports.random());
        return new RetriedCall(attempt, RetryRule.of(call, retry, when), pauses, ports.scheduler());
    }

    /** Of what sees the args. */
    Fields fields(List<String> helpers) {
        return new Fields(ports.expressions(), scopes.scope(helpers, "event", "context"));
    }

    /** Of what sees the failure of a call as well. */
    Fields errorFields(List<String> helpers) {
        return new Fields(ports.expressions(), scopes.scope(helpers, "event", "context", "error"));
    }
}
