package dev.krakenflow.client.egress;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;

/** Turns names of hosts into addresses. Never blocks the caller. Thread-safe. */
@FunctionalInterface
public interface Names {

    /**
     * The addresses of a name, best first, at least one. Fails with {@link java.net.UnknownHostException} when there is
     * none. Nothing is said about which addresses may be called; that is for {@link EgressRules}.
     */
    Future<List<InetAddress>> resolve(String name);
}
