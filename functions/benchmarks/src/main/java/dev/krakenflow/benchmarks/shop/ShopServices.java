package dev.krakenflow.benchmarks.shop;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/**
 * All services of the online shop at one address, quick, and without a memory. Billing can be made slow: then it answers
 * late, and each tenth bill is never answered. Thread-safe.
 */
final class ShopServices implements AutoCloseable {
    private static final String USER = "{\"id\": \"user-1\", \"name\": \"Ada\", \"email\": \"ada@shop.example\"}";
    private static final String PRODUCT =
            "{\"id\": \"product-1\", \"title\": \"a teapot\", \"price\": 24.5, \"currency\": \"EUR\", \"stock\": 12}";
    private static final int SILENT = 10;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpServer server;
    private volatile long billMillis;
    private int bills;

    private ShopServices() {
        server = vertx.createHttpServer()
                .requestHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static ShopServices start() {
        return new ShopServices();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** From now on a bill takes so long; 0: none. */
    void slowDown(long millis) {
        billMillis = millis;
    }

    private void serve(HttpServerRequest request) {
        switch (request.method() + folder(request.uri())) {
            case "GET/users" -> answer(request, 200, USER);
            case "GET/products" -> answer(request, 200, PRODUCT);
            case "POST/bills" -> bill(request);
            case "POST/orders" -> answer(request, 201, "{\"order_id\": \"1\"}");
            case "DELETE/bills", "DELETE/orders", "POST/emails", "POST/alerts" -> answer(request, 200, "{}");
            default -> answer(request, 404, "{}");
        }
    }

    private static String folder(String uri) {
        int end = uri.indexOf('/', 1);
        return end < 0 ? uri : uri.substring(0, end);
    }

    /** Called on the only event loop. */
    private void bill(HttpServerRequest request) {
        long millis = billMillis;
        if (millis == 0) {
            answer(request, 201, "{\"state\": \"paid\"}");
        } else if (++bills % SILENT != 0) {
            vertx.setTimer(millis, late -> answer(request, 201, "{\"state\": \"paid\"}"));
        }
    }

    private static void answer(HttpServerRequest request, int status, String json) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("content-type", "application/json")
                    .end(json)
                    .onFailure(goneAway -> {});
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
