package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the runners of the service functions that one plan calls: one for each function. */
final class FunctionLoader {
    private final Map<String, Service> services;
    private final Ports ports;
    private final ClientUse clients;
    private final HelperScopes scopes;
    private final Map<String, SharedClient> taken = new HashMap<>();
    private final Map<FunctionCall, FunctionRunner> loaded = new HashMap<>();

    FunctionLoader(Map<String, Service> services, HelperScopes scopes, Ports ports, ClientUse clients) {
        this.services = services;
        this.scopes = scopes;
        this.ports = ports;
        this.clients = clients;
    }

    /** @throws IllegalArgumentException when something in the function cannot be compiled */
    FunctionRunner load(FunctionCall call) {
        FunctionRunner before = loaded.get(call);
        if (before != null) {
            return before;
        }
        FunctionRunner runner = make(call, services.get(call.service()));
        loaded.put(call, runner);
        return runner;
    }

    private FunctionRunner make(FunctionCall call, @Nullable Service service) {
        if (service == null || service.state() != Service.State.STARTED) {
            boolean stopped = service != null && service.state() == Service.State.STOPPED;
            String what = stopped ? "is not started" : "is not defined";
            String detail = "service \"" + call.service() + "\" " + what;
            return new RefusedFunctionRunner(call, Failure.of(FailureCode.SERVICE_NOT_READY, detail));
        }
        ServiceFunction function = service.functions().get(call.function());
        if (function == null) {
            String detail = "service \"" + call.service() + "\" has no function \"" + call.function() + "\"";
            return new RefusedFunctionRunner(call, Failure.of(FailureCode.FUNCTION_UNDEFINED, detail));
        }
        return make(call, function, service);
    }

    private FunctionRunner make(FunctionCall call, ServiceFunction function, Service service) {
        SharedClient client = taken.computeIfAbsent(
                service.name(), name -> clients.take(service, scopes.functions(service.helpers())));
        Fields fields = new Fields(ports.expressions(), scopes.scope(service.helpers(), "event", "context"));
        Fields errorFields =
                new Fields(ports.expressions(), scopes.scope(service.helpers(), "event", "context", "error"));
        OpenFunction open = new OpenFunction(client, call.function(), function.call());
        Call attempt = new ClientCall(fields.optional("prepare", function.prepare()), open);
        return new InterfaceFunctionRunner(
                call,
                SchemaField.input(function.input()),
                new AttemptTimeout(attempt, function.timeout(), ports.scheduler()),
                open,
                fields.optional("transform", function.transform()),
                SchemaField.output(function.output()),
                errorFields.optional("error", function.error()),
                ports.scheduler());
    }
}
