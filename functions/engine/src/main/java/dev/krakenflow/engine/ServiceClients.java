package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clients of the process: one for each service as it is defined, shared by all plans that call it, closed when the
 * last of them lets go. A service that is defined anew gets a new client beside the old one. Thread-safe.
 */
final class ServiceClients {
    private final Map<String, ServiceClientProvider> providers = new HashMap<>();
    private final Scheduler scheduler;
    private final FailureLog log;
    private final Map<ClientKey, SharedClient> clients = new HashMap<>();
    private final Map<SharedClient, Integer> users = new HashMap<>();

    /** @throws IllegalArgumentException when two providers have one module */
    ServiceClients(Collection<? extends ServiceClientProvider> providers, Scheduler scheduler, FailureLog log) {
        this.scheduler = scheduler;
        this.log = log;
        for (ServiceClientProvider provider : providers) {
            if (this.providers.put(provider.module(), provider) != null) {
                throw new IllegalArgumentException("two clients for the module " + provider.module());
            }
        }
    }

    /** The client of a service, whose helpers are these functions, with one more user. */
    synchronized SharedClient take(Service service, Map<String, String> helpers) {
        ClientKey key = new ClientKey(service.name(), service.module(), service.start(), helpers);
        SharedClient client = clients.get(key);
        if (client == null) {
            client = new SharedClient(key, provider(service.module()), scheduler);
        }
        retain(client);
        return client;
    }

    synchronized void retain(SharedClient client) {
        clients.putIfAbsent(client.key(), client);
        users.merge(client, 1, Integer::sum);
    }

    void release(SharedClient client) {
        ServiceClient unused = forgetUnused(client);
        if (unused != null) {
            close(unused).subscribe().with(closed -> {}, failure -> {});
        }
    }

    private synchronized @Nullable ServiceClient forgetUnused(SharedClient client) {
        if (users.merge(client, -1, Integer::sum) > 0) {
            return null;
        }
        users.remove(client);
        clients.remove(client.key(), client);
        return client.forget();
    }

    /** Closes every client, whoever uses it. */
    Uni<Void> close() {
        return Uni.createFrom().deferred(() -> {
            List<Uni<Void>> closing = forgetAll().stream().map(this::close).toList();
            return closing.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.join().all(closing).andCollectFailures().replaceWithVoid();
        });
    }

    private synchronized List<ServiceClient> forgetAll() {
        return new ArrayList<>(users.keySet())
                .stream().map(SharedClient::forget).filter(Objects::nonNull).toList();
    }

    private Uni<Void> close(ServiceClient client) {
        return Uni.createFrom()
                .deferred(client::close)
                .onFailure()
                .invoke(thrown -> log.unexpected(Failures.of(thrown, null).failure(), thrown))
                .onFailure()
                .recoverWithNull();
    }

    private ServiceClientProvider provider(String module) {
        ServiceClientProvider provider = providers.get(module);
        return provider == null ? new MissingProvider(module) : provider;
    }

    /** Stands for the provider of a module that this process does not have. */
    private record MissingProvider(String module) implements ServiceClientProvider {

        @Override
        public ServiceClient open(ClientStart start) {
            String detail = "service \"" + start.service() + "\" needs the client module \"" + module
                    + "\", which this process does not have";
            throw ClientException.inCall(Failure.of(FailureCode.SERVICE_NOT_READY, detail), null);
        }
    }
}
