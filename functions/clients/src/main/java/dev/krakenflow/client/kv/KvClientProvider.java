package dev.krakenflow.client.kv;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.memo.KeyValues;

/**
 * Opens clients that keep values by key, the module {@code kv}. Each service sees its own keys only; they outlive it.
 * Thread-safe.
 */
public final class KvClientProvider implements ServiceClientProvider {
    private final KeyValues values;

    /** @param values where the values are kept */
    public KvClientProvider(KeyValues values) {
        this.values = requireNonNull(values);
    }

    @Override
    public String module() {
        return "kv";
    }

    @Override
    public ServiceClient open(ClientStart start) {
        return new KvClient(start.service(), values);
    }
}
