package dev.krakenflow.client.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The HTTP client of a service, with connections of its own. Where none of them was used for a while by the clock on the wall,
 * none is used again: a platform can have frozen the process meanwhile, so that neither the end of a connection was noticed
 * nor any timer has run, and a request that is written to a dead connection may have arrived or not. Thread-safe.
 */
final class Transport {

    /** From when on servers and what lies between may have closed a connection. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** Calls that are still under way are over by then, and idle connections are closed long before. */
    private static final Duration RETIREMENT = Duration.ofMinutes(10);

    private final Vertx vertx;
    private final Supplier<HttpClient> clients;
    private final InstantSource clock;
    private final Set<HttpClient> retired = ConcurrentHashMap.newKeySet();
    private volatile HttpClient current;
    private volatile long usedMillis;

    /** @param clients makes clients without connections */
    Transport(Vertx vertx, Supplier<HttpClient> clients, InstantSource clock) {
        this.vertx = requireNonNull(vertx);
        this.clients = requireNonNull(clients);
        this.clock = requireNonNull(clock);
        this.current = clients.get();
        this.usedMillis = clock.millis();
    }

    /** The client for a request that begins now. */
    HttpClient client() {
        long now = clock.millis();
        if (isSilentAt(now)) {
            renewAt(now);
        }
        usedMillis = now;
        return current;
    }

    private boolean isSilentAt(long now) {
        return Math.abs(now - usedMillis) > LONGEST_SILENCE.toMillis();
    }

    /** Several may have seen the silence at the same time. */
    private synchronized void renewAt(long now) {
        if (isSilentAt(now)) {
            HttpClient old = current;
            current = clients.get();
            usedMillis = now;
            retired.add(old);
            vertx.setTimer(RETIREMENT.toMillis(), timer -> end(old));
        }
    }

    private void end(HttpClient old) {
        if (retired.remove(old)) {
            // Whoever has closed it before has nothing to say here.
            Future<Void> unused = old.close();
        }
    }

    synchronized Future<Void> close() {
        List<Future<Void>> ends = new ArrayList<>();
        retired.forEach(old -> ends.add(old.close()));
        retired.clear();
        ends.add(current.close());
        return Future.all(ends).mapEmpty();
    }
}
