package dev.krakenflow.function.aws;

import dev.krakenflow.function.http.Dispatcher;
import dev.krakenflow.function.http.FunctionAction;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.function.http.Traffic;
import dev.krakenflow.function.runtime.InvocationEnd;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The beans that answer payloads. */
@Singleton
final class LambdaWiring {

    @Produces
    @Singleton
    Dispatcher dispatcher(
            Vertx vertx,
            @All List<Surface> surfaces,
            @All List<FunctionAction> functions,
            TokenGuard guard,
            Traffic traffic) {
        return new Dispatcher(vertx, surfaces, functions, guard, traffic);
    }

    @Produces
    @Singleton
    PayloadHandler payloads(
            Dispatcher dispatcher, DirectInvocations direct, EventInvocations events, @All List<InvocationEnd> ends) {
        return new PayloadHandler(new HttpPayloads(dispatcher), direct, events, ends);
    }
}
