package dev.krakenflow.benchmarks.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.benchmarks.process.JsonClient;
import dev.krakenflow.benchmarks.process.Launch;
import dev.krakenflow.benchmarks.process.ServerProcess;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The yardstick: a Vert.x HTTP server, without router or framework, that reads an order with Jackson, puts the three
 * fields in that the pipeline's stages compute, and writes it back. As many event loops as Quarkus has.
 */
public final class BareServer extends AbstractVerticle {
    private static final TypeReference<Map<String, Object>> EVENT = new TypeReference<>() {};

    private final ObjectMapper mapper = new ObjectMapper();
    private final int port;

    private BareServer(int port) {
        this.port = port;
    }

    /** Serves until the process ends. The one argument is the port. */
    public static void main(String[] line) {
        int port = Integer.parseInt(line[0]);
        DeploymentOptions everyLoop = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
        Vertx.vertx()
                .deployVerticle(() -> new BareServer(port), everyLoop)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Starts this class in another process and waits until it listens. */
    static ServerProcess inItsOwnProcess() throws IOException {
        int port = Launch.freePort();
        List<String> line =
                List.of("-cp", System.getProperty("java.class.path"), BareServer.class.getName(), String.valueOf(port));
        ServerProcess server = ServerProcess.start(Launch.java("bare", port, Launch.HEAP, line, Map.of()));
        JsonClient client = new JsonClient(port, "");
        server.awaitReady(() -> client.answers("/"));
        return server;
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(port, "127.0.0.1")
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void serve(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            request.response().end();
            return;
        }
        request.body().onSuccess(body -> {
            try {
                Map<String, Object> event = mapper.readValue(body.getBytes(), EVENT);
                Orders.complete(event);
                request.response()
                        .putHeader("content-type", "application/json")
                        .end(Buffer.buffer(mapper.writeValueAsBytes(event)));
            } catch (IOException | RuntimeException notAnOrder) {
                request.response().setStatusCode(400).end();
            }
        });
    }
}
