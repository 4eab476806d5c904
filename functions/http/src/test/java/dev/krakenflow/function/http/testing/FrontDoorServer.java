package dev.krakenflow.function.http.testing;

import dev.krakenflow.function.http.FrontDoor;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.function.http.Traffic;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Serves surfaces behind a front door; what is let through is answered with "passed: " and its body. */
public final class FrontDoorServer implements AutoCloseable {

    public final Traffic traffic = new Traffic();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public FrontDoorServer(TokenGuard guard, Surface... surfaces) {
        Router router = Router.router(vertx);
        new FrontDoor(vertx, List.of(surfaces), guard, traffic).openIn(router);
        router.route().handler(BodyHandler.create(false));
        router.route("/q/health/failing").handler(context -> {
            throw new IllegalStateException("a secret of nobody's business");
        });
        for (String served : List.of("/q/health/ready", "/kraken-call")) {
            router.route(served)
                    .handler(context ->
                            context.response().end("passed: " + context.body().asString()));
        }
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to the server, for whoever wants to send bytes as they are. */
    public Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    }

    /** What is answered to bytes as they are, up to the end of the connection or until the answer holds a text. */
    public String sendRaw(byte[] request, String until) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            while (answer.indexOf(until) < 0) {
                int read = socket.getInputStream().read(buffer);
                if (read < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
