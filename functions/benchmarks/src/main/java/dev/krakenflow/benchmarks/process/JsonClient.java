package dev.krakenflow.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Single blocking requests to a server on loopback: what is done before and beside a load. Thread-safe. */
public final class JsonClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final int port;
    private final String token;

    /**
     * A client of one server.
     *
     * @param token sent with every request but {@link #answers}; empty for none
     */
    public JsonClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Of the server. */
    public int port() {
        return port;
    }

    /** Posts a body of JSON and waits for the answer, 60 s at most. */
    public HttpResponse<String> post(String path, String json) throws IOException {
        return post(path, json, Map.of());
    }

    /** The same with headers. */
    public HttpResponse<String> post(String path, String json, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = authorized(path).header("content-type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Gets something and waits for the answer, 60 s at most. */
    public HttpResponse<String> get(String path) throws IOException {
        return send(authorized(path).GET());
    }

    /** Whether a GET without a token is answered with 200; a server that does not listen yet answers nothing. */
    public boolean answers(String path) {
        try {
            return send(request(path).GET()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Defines a pipeline and starts it. */
    public void define(String name, String pipeline) throws IOException {
        mustSucceed(post("/pipelines/define", pipeline));
        mustSucceed(post("/pipelines/start/" + name, ""));
    }

    /** Defines a service and starts it. */
    public void defineService(String name, String service) throws IOException {
        mustSucceed(post("/services/define", service));
        mustSucceed(post("/services/start/" + name, ""));
    }

    /** Defines a library of helpers. */
    public void defineHelpers(String library) throws IOException {
        mustSucceed(post("/helpers/define", library));
    }

    /** Applies a set of definitions, in one step, and starts all of them. */
    public void apply(String definitions) throws IOException {
        mustSucceed(post("/apply", definitions));
    }

    private static void mustSucceed(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    answer.request().uri() + " gave " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = request(path);
        return token.isEmpty() ? request : request.header("authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
