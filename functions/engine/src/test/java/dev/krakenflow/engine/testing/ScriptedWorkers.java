package dev.krakenflow.engine.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Clients of the module {@code scripted}, all of whose functions do one work; for many threads at once. */
public record ScriptedWorkers(Function<Object, Uni<Object>> work) implements ServiceClientProvider, ServiceClient {

    @Override
    public String module() {
        return ScriptedClients.MODULE;
    }

    @Override
    public ServiceClient open(ClientStart start) {
        return this;
    }

    @Override
    public ClientFunction function(String name, ObjectNode call) {
        return (args, context) -> Uni.createFrom().deferred(() -> work.apply(args));
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().voidItem();
    }
}
