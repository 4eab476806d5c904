package dev.krakenflow.engine;

import dev.krakenflow.plan.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * The use of some clients by a plan: they stay open while the plan is loaded or one of its invocations goes on.
 * Thread-safe.
 */
final class ClientUse {
    private final ServiceClients clients;
    private final List<SharedClient> used = new ArrayList<>();
    private int users = 1;

    /** Begins with one user: whoever makes it. */
    ClientUse(ServiceClients clients) {
        this.clients = clients;
    }

    /** One more client. */
    synchronized SharedClient take(Service service) {
        SharedClient client = clients.take(service);
        used.add(client);
        return client;
    }

    /** One more user; the first after the last had gone opens the clients anew. */
    synchronized void retain() {
        if (users++ == 0) {
            used.forEach(clients::retain);
        }
    }

    synchronized void release() {
        if (--users == 0) {
            used.forEach(clients::release);
        }
    }
}
