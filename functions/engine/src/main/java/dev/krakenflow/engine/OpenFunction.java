package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ServiceClient;
import org.jspecify.annotations.Nullable;

/** One function of a shared client, taken from it once for each time the client is opened. Thread-safe. */
final class OpenFunction {
    private final SharedClient client;
    private final String name;
    private final ObjectNode call;
    private volatile @Nullable Taken taken;

    OpenFunction(SharedClient client, String name, ObjectNode call) {
        this.client = client;
        this.name = name;
        this.call = call;
    }

    /** @throws ClientException {@code service-not-ready} when the client cannot be opened */
    ClientFunction open() {
        ServiceClient open = client.open();
        Taken before = taken;
        if (before != null && before.client == open) {
            return before.function;
        }
        ClientFunction function = open.function(name, call);
        taken = new Taken(open, function);
        return function;
    }

    private record Taken(ServiceClient client, ClientFunction function) {}
}
