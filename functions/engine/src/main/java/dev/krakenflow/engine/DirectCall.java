package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a service's function outside of any pipeline. */
final class DirectCall {
    private final Service service;
    private final String function;
    private final Ports ports;
    private final ClientUse clients;
    private final HelperScopes scopes;

    /** @param scopes with the helpers of the service */
    DirectCall(Service service, String function, HelperScopes scopes, Ports ports, ClientUse clients) {
        this.service = service;
        this.function = function;
        this.ports = ports;
        this.clients = clients;
        this.scopes = scopes;
    }

    Uni<Object> call(Object args, RunOptions options) {
        FunctionLoader loader = new FunctionLoader(Map.of(service.name(), service), scopes, ports, false, clients);
        FunctionRunner runner = loader.load(new FunctionCall(service.name(), function), null);
        String instance = "/interface/" + function.replace("~", "~0").replace("/", "~1");
        Origin origin = new Caller(options.trigger());
        CallSite site =
                new CallSite(args, budget(options), origin, null, instance, options.tracing(), PathObserver.NONE, null);
        return runner.call(site).onFailure().invoke(this::log).onFailure().transform(this::hidden);
    }

    /** What the caller gives; where that is nothing, the function's own timeout and the time a run has by itself. */
    private Deadline budget(RunOptions options) {
        String detail = "the call was not done in its time";
        if (options.deadlineNanos() != Long.MAX_VALUE) {
            return new Deadline(options.deadlineNanos(), FailureCode.BUDGET_EXHAUSTED, detail);
        }
        ServiceFunction called = service.functions().get(function);
        Duration timeout = called == null ? ServiceFunction.DEFAULT_TIMEOUT : called.timeout();
        long nanos = Deadline.nanos(Limits.DEFAULT.timeout()) + Deadline.nanos(timeout);
        return new Deadline(ports.scheduler().nanoTime() + nanos, FailureCode.BUDGET_EXHAUSTED, detail);
    }

    private RunException hidden(Throwable thrown) {
        RunException failed = Failures.of(thrown, null);
        return new RunException(ports.secrets().hideIn(failed.failure()), failed.getCause());
    }

    private void log(Throwable thrown) {
        Failure failure = Failures.of(thrown, null).failure();
        Throwable cause = thrown.getCause();
        if (cause != null && failure.is(FailureCode.INTERNAL)) {
            ports.log().unexpected(failure, cause);
        }
    }

    private record Caller(@Nullable Map<String, Object> trigger) implements Origin {

        @Override
        public @Nullable String pipeline() {
            return null;
        }

        @Override
        public @Nullable String eventId() {
            return null;
        }
    }
}
