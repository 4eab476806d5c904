package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.client.http.testing.RecordedRequest;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.json.JsonNull;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire. */
final class HttpRequestsTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server = new ScriptedHttpServer(vertx);
    private final OpenedClient client = OpenedClient.open(
            vertx,
            Map.of(
                    "base_url",
                    server.url() + "/base/",
                    "headers",
                    Map.of("X-Start", "s", "X-Both", "s", "Authorization", "{% $secret('token') %}"),
                    "deadline_header",
                    "X-Left"));

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksForThePathBelowTheBaseUrl() throws InterruptedException {
        client.call(Map.of("path", "users/{id}", "path_params", Map.of("id", "a/b"), "params", Map.of("q", "x y")));
        RecordedRequest request = server.takeRequest();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/base/users/a%2Fb?q=x%20y");
        assertThat(request.headers()).containsEntry("host", "127.0.0.1:" + server.port());
        assertThat(request.headers()).doesNotContainKeys("content-type", "content-length", "transfer-encoding");
    }

    @Test
    void sendsTheIdempotencyKeyOfTheCall() throws InterruptedException {
        client.callWithKey(
                Map.of("path", "/", "method", "POST", "headers", Map.of("Idempotency-Key", "prepared")), "order-1");
        assertThat(server.takeRequest().headers()).containsEntry("idempotency-key", "order-1");
        client.call(Map.of("path", "/", "method", "POST"));
        assertThat(server.takeRequest().headers()).doesNotContainKey("idempotency-key");
    }

    @Test
    void refusesAnIdempotencyKeyThatWouldBeTwoHeaders() {
        assertThatThrownBy(() -> client.callWithKey(Map.of("path", "/"), "a\r\nx: y"))
                .isInstanceOfSatisfying(
                        ClientException.class,
                        failed -> assertThat(failed.beforeTheCall()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "head", "PUT", "DELETE", "OPTIONS"})
    void mayRepeatWhatChangesNoMoreTheSecondTime(String method) {
        assertThat(client.isRepeatable(Map.of("path", "/", "method", method))).isTrue();
        assertThat(client.isRepeatable(Map.of("path", "/"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "patch", "NOPE"})
    void mayNotRepeatAnythingElse(String method) {
        assertThat(client.isRepeatable(Map.of("path", "/", "method", method))).isFalse();
    }

    @Test
    void sendsHeadersOfStartAndOfPrepareWhichWins() throws InterruptedException {
        client.call(Map.of("path", "/", "headers", Map.of("x-BOTH", "p", "X-Prepare", 1.50, "x-utf", "é")));
        assertThat(server.takeRequest().headers())
                .containsEntry("x-start", "s")
                .containsEntry("x-both", "p")
                .containsEntry("x-prepare", "1.5")
                .containsEntry("authorization", "hidden")
                .containsEntry("traceparent", "00-trace-01")
                .containsEntry("user-agent", "Kraken")
                .containsEntry("x-utf", "\u00c3\u00a9")
                .hasEntrySatisfying(
                        "x-left", left -> assertThat(Long.parseLong(left)).isBetween(1L, 3_600_000L));
    }

    @Test
    void sendsAnObjectAsJson() throws InterruptedException {
        client.call(Map.of("method", "post", "path", "/", "body", Map.of("n", List.of(1, JsonNull.VALUE, "ü"))));
        RecordedRequest request = server.takeRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"n\":[1,null,\"ü\"]}");
        assertThat(request.headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void sendsAStringAsText() throws InterruptedException {
        client.call(Map.of("method", "PUT", "path", "/", "body", "ü"));
        RecordedRequest request = server.takeRequest();
        assertThat(request.body()).isEqualTo("ü");
        assertThat(request.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    }

    @Test
    void keepsTheContentTypeThatIsGiven() throws InterruptedException {
        Map<String, Object> headers = Map.of("Content-Type", "application/merge-patch+json");
        client.call(Map.of("method", "PATCH", "path", "/", "body", Map.of(), "headers", headers));
        assertThat(server.takeRequest().headers()).containsEntry("content-type", "application/merge-patch+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH"})
    void saysThatABodyIsEmpty(String method) throws InterruptedException {
        client.call(Map.of("method", method, "path", "/"));
        assertThat(server.takeRequest().headers()).containsEntry("content-length", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@127.0.0.1:1/x", "//127.0.0.1:1/x", "http://127.0.0.1:1/x", "\\\\127.0.0.1:1/x", ":1/x"})
    void cannotBeLedToAnotherHostByAPath(String path) throws InterruptedException {
        client.get(path);
        assertThat(server.takeRequest().target()).startsWith("/base/").doesNotContain("\\");
    }

    @Test
    void cannotBeMadeToSendAnotherRequestByAPath() throws InterruptedException {
        client.get("/a HTTP/1.1\r\nx: y\r\n\r\nGET /b");
        assertThat(server.takeRequest().target()).isEqualTo("/base/a%20HTTP/1.1%0D%0Ax:%20y%0D%0A%0D%0AGET%20/b");
        assertThat(server.untaken()).isZero();
    }

    @Test
    void failsInPrepareWhenNoRequestCanBeMade() {
        List<Map<String, Object>> hopeless = List.of(
                Map.of(),
                Map.of("path", 7),
                Map.of("path", "/{id}"),
                Map.of("path", "/", "method", "CONNECT"),
                Map.of("path", "/", "method", "GET / HTTP/1.1\r\n"),
                Map.of("path", "/", "params", List.of()),
                Map.of("path", "/", "headers", Map.of("x-a", "a\r\nb")),
                Map.of("path", "/", "headers", Map.of("Host", "other")));
        for (Map<String, Object> args : hopeless) {
            ClientException failure = client.failure(args, Map.of());
            assertThat(failure.failure().code()).isEqualTo("expression");
            assertThat(failure.beforeTheCall()).isTrue();
        }
        assertThat(server.untaken()).isZero();
    }

    @Test
    void sendsAgainForEachSubscription() throws InterruptedException {
        var uni = client.uni(Map.of("path", "/"), Map.of());
        uni.await().indefinitely();
        uni.await().indefinitely();
        server.takeRequest();
        server.takeRequest();
    }
}
