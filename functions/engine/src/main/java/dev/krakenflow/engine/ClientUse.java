package dev.krakenflow.engine;

import dev.krakenflow.plan.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The use of some clients by a plan: they stay open while the plan is loaded or one of its invocations goes on.
 * Thread-safe; every invocation comes by here, so only the first user and the last one lock.
 */
final class ClientUse {
    private final ServiceClients clients;
    private final List<SharedClient> used = new ArrayList<>();
    private final AtomicInteger users = new AtomicInteger(1);
    private boolean held = true;

    /** Begins with one user: whoever makes it. */
    ClientUse(ServiceClients clients) {
        this.clients = clients;
    }

    /** One more client. */
    synchronized SharedClient take(Service service, Map<String, String> helpers) {
        SharedClient client = clients.take(service, helpers);
        used.add(client);
        return client;
    }

    /** One more user; the first after the last had gone opens the clients anew. */
    void retain() {
        int before = users.get();
        while (before > 0) {
            if (users.compareAndSet(before, before + 1)) {
                return;
            }
            before = users.get();
        }
        retainAsFirst();
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            letGo();
        }
    }

    private synchronized void retainAsFirst() {
        if (!held) {
            used.forEach(clients::retain);
            held = true;
        }
        users.incrementAndGet();
    }

    private synchronized void letGo() {
        if (held && users.get() == 0) {
            used.forEach(clients::release);
            held = false;
        }
    }
}
