package dev.krakenflow.client.egress;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lookups that are under way, by name, so that a name whose server does not answer holds one thread and not one for each
 * call. Thread-safe.
 */
final class PendingLookups {
    private final ConcurrentMap<String, Promise<List<InetAddress>>> byName = new ConcurrentHashMap<>();

    /** The lookup of this name that is under way, or a new one. */
    Future<List<InetAddress>> join(String name, Supplier<Future<List<InetAddress>>> lookup) {
        Promise<List<InetAddress>> mine = Promise.promise();
        Promise<List<InetAddress>> first = byName.putIfAbsent(name, mine);
        if (first != null) {
            return first.future();
        }
        Future.succeededFuture().compose(begin -> lookup.get()).onComplete(answer -> {
            byName.remove(name, mine);
            mine.handle(answer);
        });
        return mine.future();
    }
}
