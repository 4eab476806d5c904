package dev.krakenflow.client.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;

/** The open client of one HTTP service: its pool of connections, and those who wait for one. */
final class HttpServiceClient implements ServiceClient {
    private static final int MOST_WAITING = 1_000;

    private final Vertx vertx;
    private final HttpStart start;
    private final Connections connections;
    private final RequestBuilder requests;
    private final Admission admission;

    HttpServiceClient(Vertx vertx, HttpStart start, Connections connections) {
        this.vertx = vertx;
        this.start = start;
        this.connections = connections;
        this.requests = new RequestBuilder(start);
        this.admission = new Admission(start.poolSize(), MOST_WAITING);
    }

    @Override
    public ClientFunction function(String name, ObjectNode call) {
        CallOptions options = CallOptions.read(call);
        return new HttpFunction(this, requests, new AnswerInterpreter(options, start.maxResponse()), options);
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom()
                .emitter(emitter -> admission.close(
                        () -> connections.close().onComplete(closed -> emitter.complete(null), emitter::fail)));
    }

    /** A new exchange, on the loop of the calling thread. */
    Exchange exchange(PreparedRequest request, int redirects, LongSupplier millisLeft, ExchangeEnd end) {
        ExchangeSettings settings =
                new ExchangeSettings(start.maxResponse(), redirects, start.deadlineHeader(), millisLeft);
        return new Exchange(admission, connections, Loop.current(vertx), settings, request, end);
    }
}
