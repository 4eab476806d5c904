package dev.krakenflow.engine.client;

/** Opens clients of one module. Found by the function's wiring. Thread-safe. */
public interface ServiceClientProvider {

    /** The canonical name that definitions give in {@code client.module}. */
    String module();

    /**
     * Opens a client; nothing is connected yet.
     *
     * @throws ClientException with {@code service-not-ready} when {@code start} cannot be used in this process, for
     *     example because a secret is missing
     */
    ServiceClient open(ClientStart start);
}
