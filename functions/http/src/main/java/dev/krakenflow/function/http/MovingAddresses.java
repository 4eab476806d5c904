package dev.krakenflow.function.http;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Addresses that come and go while the process runs. Asked only about those that nothing else of the process has, nor
 * may have. Thread-safe; asked on the event loop of the request, which it must not block.
 */
@FunctionalInterface
public interface MovingAddresses {

    /**
     * What is at an address now.
     *
     * @param method in upper case
     * @param segments of the path, decoded one by one, so that they may hold slashes
     * @return fails with {@link RequestException}, or when the store does not answer
     */
    Uni<Address> find(String method, List<String> segments);
}
