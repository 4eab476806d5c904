package dev.krakenflow.client.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.util.List;

/**
 * Asks the operating system, with its hosts file and search domains, on threads kept for that; the JVM remembers the
 * answers for a while ({@code networkaddress.cache.ttl}). A name that is asked for by many at once is looked up once.
 */
public final class SystemNames implements Names {
    private static final int THREADS = 8;

    private final WorkerExecutor threads;
    private final PendingLookups pending = new PendingLookups();

    /** Names of the machine that runs this. The threads end with Vert.x. */
    public SystemNames(Vertx vertx) {
        threads = vertx.createSharedWorkerExecutor("kraken-names", THREADS);
    }

    @Override
    public Future<List<InetAddress>> resolve(String name) {
        return pending.join(name, () -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(name)), false));
    }
}
