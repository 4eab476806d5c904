package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import org.jspecify.annotations.Nullable;

/** One client of the process, opened when it is first needed. {@link ServiceClients} counts its users. Thread-safe. */
final class SharedClient {

    /** After a client could not be opened, calls fail with the same failure for this long before it is tried again. */
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final ClientKey key;
    private final ServiceClientProvider provider;
    private final Scheduler scheduler;
    private volatile @Nullable ServiceClient client;
    private @Nullable RuntimeException refusal;
    private long refusedAt;

    SharedClient(ClientKey key, ServiceClientProvider provider, Scheduler scheduler) {
        this.key = key;
        this.provider = provider;
        this.scheduler = scheduler;
    }

    ClientKey key() {
        return key;
    }

    /**
     * The open client. Only for those who are counted as its users.
     *
     * @throws ClientException {@code service-not-ready} when it cannot be opened
     */
    ServiceClient open() {
        ServiceClient open = client;
        return open != null ? open : openNow();
    }

    /** Lets go of the client, which the caller closes; null when it was not open. */
    synchronized @Nullable ServiceClient forget() {
        ServiceClient open = client;
        client = null;
        return open;
    }

    private synchronized ServiceClient openNow() {
        ServiceClient open = client;
        if (open != null) {
            return open;
        }
        if (refusal != null && scheduler.nanoTime() - refusedAt < PAUSE_NANOS) {
            throw refusal;
        }
        try {
            open = provider.open(new ClientStart(key.service(), key.start(), key.helpers()));
        } catch (RuntimeException refused) {
            refusal = refused;
            refusedAt = scheduler.nanoTime();
            throw refused;
        }
        refusal = null;
        client = open;
        return open;
    }
}
