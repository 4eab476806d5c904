package dev.krakenflow.client.http;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.Host;
import dev.krakenflow.client.egress.Names;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.impl.HttpClientConnection;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds a connection for a request: resolves the host, asks the egress rules about each address, and connects to the very
 * address that passed, so that no second answer of a resolver can lead elsewhere. TLS still checks the certificate against
 * the host's name. Connections are pooled by address and host. Thread-safe.
 */
final class Connections {
    private static final int MOST_ADDRESSES = 3;
    private static final int MOST_TRIES = 3;

    private final Transport transport;
    private final Names names;
    private final EgressRules rules;

    Connections(Transport transport, Names names, EgressRules rules) {
        this.transport = transport;
        this.names = names;
        this.rules = rules;
    }

    /**
     * The addresses of a request's host that may be called, best first, at least one. Fails with
     * {@link EgressDeniedException} when there is none, or as {@link Names} does.
     */
    Future<List<InetAddress>> addresses(PreparedRequest request, Loop loop) {
        Host host = request.origin().host();
        return resolve(host, loop).compose(addresses -> {
            List<InetAddress> permitted = addresses.stream()
                    .filter(address -> rules.permit(host, address))
                    .limit(MOST_ADDRESSES)
                    .toList();
            return permitted.isEmpty()
                    ? Future.failedFuture(new EgressDeniedException())
                    : Future.succeededFuture(permitted);
        });
    }

    /**
     * A request with a connection to the first of these addresses that can be reached; nothing of it is sent yet.
     *
     * @param addresses those that passed
     * @param abandoned whether the caller has lost interest; then no further address is tried
     */
    Future<HttpClientRequest> connect(PreparedRequest request, List<InetAddress> addresses, BooleanSupplier abandoned) {
        List<InetAddress> others = addresses.subList(1, addresses.size());
        return open(options(request, addresses.getFirst()), MOST_TRIES)
                .recover(thrown -> others.isEmpty() || abandoned.getAsBoolean() || !(thrown instanceof IOException)
                        ? Future.failedFuture(thrown)
                        : connect(request, others, abandoned));
    }

    Future<Void> close() {
        return transport.close();
    }

    /**
     * A connection of the pool may be closed already, and the pool not know it yet; or it was idle for too long by the clock on
     * the wall, and the timer that would have closed it stood still with the process. Then there is another.
     */
    private Future<HttpClientRequest> open(RequestOptions options, int tries) {
        return transport
                .client()
                .request(options)
                .recover(thrown -> thrown instanceof HttpClosedException && tries > 1
                        ? open(options, tries - 1)
                        : Future.failedFuture(thrown))
                .compose(request -> checked(request, options, tries));
    }

    private Future<HttpClientRequest> checked(HttpClientRequest request, RequestOptions options, int tries) {
        HttpConnection connection = request.connection();
        boolean open = isOpen(connection);
        if (open && !isExpired(connection)) {
            return Future.succeededFuture(request);
        }
        // Takes it out of the pool, which has an end.
        Future<Void> unused = connection.close();
        SentRequest.giveBack(request);
        return tries > 1
                ? open(options, open ? tries : tries - 1)
                : Future.failedFuture(new HttpClosedException("the connection was closed while nobody used it"));
    }

    private static boolean isOpen(HttpConnection connection) {
        return !(connection instanceof HttpClientConnection channel)
                || channel.channelHandlerContext().channel().isActive();
    }

    /** The pool of Vert.x asks this by its timer alone. */
    private static boolean isExpired(HttpConnection connection) {
        return connection instanceof HttpClientConnection channel && !channel.isValid();
    }

    private Future<List<InetAddress>> resolve(Host host, Loop loop) {
        return switch (host) {
            case Host.Address(InetAddress address) -> Future.succeededFuture(List.of(address));
            case Host.Name(String name) ->
                loop.here(names.resolve(name))
                        .compose(found -> found.isEmpty()
                                ? Future.failedFuture(new UnknownHostException("the name has no address"))
                                : Future.succeededFuture(found));
        };
    }

    private static RequestOptions options(PreparedRequest request, InetAddress address) {
        Origin origin = request.origin();
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(plain(address), origin.port())))
                .setSsl(origin.tls())
                .setHost(origin.urlHost())
                .setPort(origin.port())
                .setMethod(request.method())
                .setURI(request.target())
                .setFollowRedirects(false);
        request.headers().forEach(options::putHeader);
        return options;
    }

    /** The address without the name it was found by, as pools are told apart by what it prints. */
    private static InetAddress plain(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
