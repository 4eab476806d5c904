package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the runners of the service functions that one plan calls: one for each function. */
final class FunctionLoader {
    private final Map<String, Service> services;
    private final Ports ports;
    private final boolean watched;
    private final ClientUse clients;
    private final HelperScopes scopes;
    private final Map<String, SharedClient> taken = new HashMap<>();
    private final Map<Wanted, FunctionRunner> loaded = new HashMap<>();

    /** @param watched whether anybody watches the calls */
    FunctionLoader(
            Map<String, Service> services, HelperScopes scopes, Ports ports, boolean watched, ClientUse clients) {
        this.services = services;
        this.scopes = scopes;
        this.ports = ports;
        this.watched = watched;
        this.clients = clients;
    }

    /**
     * The runner of a function.
     *
     * @param instead a retry in the place of the function's own; null: that one counts
     * @throws IllegalArgumentException when something in the function cannot be compiled
     */
    FunctionRunner load(FunctionCall call, @Nullable Retry instead) {
        Wanted wanted = new Wanted(call, instead);
        FunctionRunner before = loaded.get(wanted);
        if (before != null) {
            return before;
        }
        FunctionRunner runner = make(wanted, services.get(call.service()));
        loaded.put(wanted, runner);
        return runner;
    }

    private FunctionRunner make(Wanted wanted, @Nullable Service service) {
        FunctionCall call = wanted.call();
        if (service == null || service.state() != Service.State.STARTED) {
            return notReady(call, service != null && service.state() == Service.State.STOPPED);
        }
        ServiceFunction function = service.functions().get(call.function());
        if (function == null) {
            String detail = "service \"" + call.service() + "\" has no function \"" + call.function() + "\"";
            return new RefusedFunctionRunner(call, Failure.of(FailureCode.FUNCTION_UNDEFINED, detail));
        }
        return make(wanted, function, service);
    }

    private FunctionRunner notReady(FunctionCall call, boolean stopped) {
        if (!stopped) {
            ports.states().forget(call.service());
        }
        String what = stopped ? "is not started" : "is not defined";
        String detail = "service \"" + call.service() + "\" " + what;
        return new RefusedFunctionRunner(call, Failure.of(FailureCode.SERVICE_NOT_READY, detail));
    }

    private FunctionRunner make(Wanted wanted, ServiceFunction function, Service service) {
        FunctionCall call = wanted.call();
        SharedClient client = taken.computeIfAbsent(
                service.name(), name -> clients.take(service, scopes.functions(service.helpers())));
        OpenFunction open = new OpenFunction(client, call.function(), function.call());
        CallLoader calls = new CallLoader(call, function, service, scopes, ports, watched);
        return new InterfaceFunctionRunner(
                call,
                open,
                SchemaField.input(function.input()),
                calls.load(open, wanted.instead() == null ? function.retry() : wanted.instead()),
                calls.errorFields(service.helpers()).optional("error", function.error()),
                ports.scheduler());
    }

    /** What somebody calls, and how. */
    private record Wanted(FunctionCall call, @Nullable Retry instead) {}
}
