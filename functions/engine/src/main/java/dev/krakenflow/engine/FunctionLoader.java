package dev.krakenflow.engine;

import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
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
    private static final Scope SCOPE = Scope.of("event", "context");
    private static final Scope ERROR_SCOPE = Scope.of("event", "context", "error");

    private final Map<String, Service> services;
    private final Ports ports;
    private final ClientUse clients;
    private final Map<String, SharedClient> taken = new HashMap<>();
    private final Map<FunctionCall, FunctionRunner> loaded = new HashMap<>();

    FunctionLoader(Map<String, Service> services, Ports ports, ClientUse clients) {
        this.services = services;
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
        return make(call, function, taken.computeIfAbsent(call.service(), name -> clients.take(service)));
    }

    private FunctionRunner make(FunctionCall call, ServiceFunction function, SharedClient client) {
        Expressions expressions = ports.expressions();
        OpenFunction open = new OpenFunction(client, call.function(), function.call());
        Call attempt = new ClientCall(TemplateField.of("prepare", function.prepare(), expressions, SCOPE), open);
        return new InterfaceFunctionRunner(
                call,
                SchemaField.input(function.input()),
                new AttemptTimeout(attempt, function.timeout(), ports.scheduler()),
                open,
                TemplateField.of("transform", function.transform(), expressions, SCOPE),
                SchemaField.output(function.output()),
                TemplateField.of("error", function.error(), expressions, ERROR_SCOPE),
                ports.scheduler());
    }
}
