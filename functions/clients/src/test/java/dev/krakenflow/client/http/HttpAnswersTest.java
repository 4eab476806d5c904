package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.json.JsonNull;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers. */
final class HttpAnswersTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server = new ScriptedHttpServer(vertx);
    private final OpenedClient client =
            OpenedClient.open(vertx, Map.of("base_url", server.url() + "/hidden", "max_response", 1_000));

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void givesStatusHeadersAndBody() {
        server.answer(201, "{\"a\":[1,null]}", "Content-Type", "application/json", "X-A", "1", "x-a", "2");
        Map<?, ?> result = client.get("/");
        assertThat(result.get("status")).isEqualTo(201);
        assertThat(result.get("headers"))
                .isEqualTo(Map.of("content-type", "application/json", "x-a", "1, 2", "content-length", "14"));
        assertThat(result.get("body").toString()).isEqualTo("{a=[1, null]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/problem+json", "a/b+json;x=y"
            })
    void parsesJsonByItsType(String type) {
        server.answer(200, "{\"a\":1}", "content-type", type);
        assertThat(client.get("/").get("body")).isEqualTo(Map.of("a", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/jsonx", "application/x-ndjson", "text/json-ish"})
    void leavesOtherTypesAsText(String type) {
        server.answer(200, "{\"a\":1}", "content-type", type);
        assertThat(client.get("/").get("body")).isEqualTo("{\"a\":1}");
    }

    @Test
    void parsesAnyTypeWhenAskedTo() {
        server.answer(200, "[1]", "content-type", "text/plain");
        assertThat(client.call(Map.of("path", "/"), Map.of("parse_json_body", true))
                        .get("body"))
                .isEqualTo(List.of(1));
    }

    @Test
    void readsTextInItsCharset() {
        server.script(request -> request.response()
                .putHeader("content-type", "text/plain; charset=ISO-8859-1")
                .end(Buffer.buffer("é".getBytes(StandardCharsets.ISO_8859_1))));
        assertThat(client.get("/").get("body")).isEqualTo("é");
    }

    @Test
    void refusesJsonThatIsNone() {
        server.answer(200, "{\"a\": ", "content-type", "application/json");
        assertCode("bad-response", client.failure("/"));
    }

    @Test
    void hasNullWhereThereIsNoBody() {
        server.answer(200, "", "content-type", "application/json");
        assertThat(client.get("/").get("body")).isEqualTo(JsonNull.VALUE);
        server.answer(204, "");
        assertThat(client.get("/").get("body")).isEqualTo(JsonNull.VALUE);
        server.script(request -> request.response()
                .putHeader("content-type", "application/json")
                .putHeader("content-length", "1000000")
                .end());
        assertThat(client.call(Map.of("method", "HEAD", "path", "/")).get("body"))
                .isEqualTo(JsonNull.VALUE);
    }

    @Test
    void failsForStatusesOf400AndMore() {
        server.answer(404, "{\"why\":1}", "content-type", "application/json", "X-Reason", "r");
        ClientException failure = client.failure("/");
        assertCode("http.404", failure);
        assertThat(failure.failure().status()).isEqualTo(502);
        assertThat(failure.failure().upstream().status()).isEqualTo(404);
        assertThat(failure.failure().upstream().body()).isEqualTo(Map.of("why", 1));
        assertThat(failure.failure().upstream().headers()).containsEntry("x-reason", "r");
        assertThat(failure.beforeTheCall()).isFalse();
    }

    @Test
    void keepsTheTextOfAFailureThatIsNoJson() {
        server.answer(500, "<oops>", "content-type", "application/json");
        assertThat(client.failure("/").failure().upstream().body()).isEqualTo("<oops>");
    }

    @Test
    void acceptsTheStatusesItIsToldTo() {
        Map<String, Object> call = Map.of("accept_status", List.of("2xx", 404, "5xx"));
        server.answer(404, "");
        assertThat(client.call(Map.of("path", "/"), call).get("status")).isEqualTo(404);
        server.answer(503, "");
        assertThat(client.call(Map.of("path", "/"), call).get("status")).isEqualTo(503);
        server.answer(403, "");
        assertCode("http.403", client.failure(Map.of("path", "/"), call));
    }

    @Test
    void unpacksGzip() {
        server.script(request -> request.response()
                .putHeader("content-encoding", "gzip")
                .putHeader("content-type", "application/json")
                .end(gzip("{\"a\":1}")));
        assertThat(client.get("/").get("body")).isEqualTo(Map.of("a", 1));
    }

    @Test
    void refusesWhatUnpacksToTooMuch() {
        Buffer bomb = gzip("x".repeat(100_000));
        assertThat(bomb.length()).isLessThan(1_000);
        server.script(request ->
                request.response().putHeader("content-encoding", "gzip").end(bomb));
        assertCode("bad-response", client.failure("/"));
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        server.answer(200, "x".repeat(1_000));
        assertThat(client.get("/").get("status")).isEqualTo(200);
        server.answer(200, "x".repeat(1_001));
        assertCode("bad-response", client.failure("/"));
    }

    @Test
    void namesMethodHostAndPathTemplateAndNothingElse() {
        server.answer(500, "private");
        Map<String, Object> args = Map.of(
                "path", "/users/{id}",
                "path_params", Map.of("id", "secret-id"),
                "params", Map.of("q", "secret-query"),
                "headers", Map.of("x-key", "secret-header"));
        assertThat(client.failure(args, Map.of()).failure().detail())
                .isEqualTo("GET " + server.url() + "/users/{id} answered with the status 500");
    }

    private static Buffer gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return Buffer.buffer(packed.toByteArray());
    }

    private static void assertCode(String code, ClientException failure) {
        assertThat(failure.failure().code()).isEqualTo(code);
    }
}
