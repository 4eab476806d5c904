package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.http.testing.RecordedRequest;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.client.http.testing.ScriptedNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, followed and not. */
final class HttpRedirectsTest {
    private static final Map<String, Object> FOLLOW = Map.of("follow_redirects", true);

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server = new ScriptedHttpServer(vertx);
    private final ScriptedHttpServer other = new ScriptedHttpServer(vertx).answer(200, "other");
    private final OpenedClient client = OpenedClient.open(
            vertx,
            Map.of(
                    "base_url", server.url(),
                    "headers", Map.of("authorization", "Bearer x", "x-api-key", "k", "accept", "a/b")));

    @AfterEach
    void close() {
        client.close();
        server.close();
        other.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void areResultsUnlessTheyAreToBeFollowed() {
        redirect(302, "/next");
        assertThat(client.get("/").get("status")).isEqualTo(302);
        assertThat((Map<?, ?>) client.get("/").get("headers"))
                .extracting("location")
                .isEqualTo("/next");
    }

    @ParameterizedTest
    @CsvSource({
        "/next?q=1#f, /next?q=1",
        "next, /a/next",
        "../next, /next",
        "?q=2, /a/b?q=2",
        "/ü b, /%C3%BC%20b",
        "'', /a/b"
    })
    void leadToWhatTheirLocationMeans(String location, String target) throws InterruptedException {
        redirectOnce(302, location);
        assertThat(client.call(Map.of("path", "/a/b"), FOLLOW).get("status")).isEqualTo(200);
        server.takeRequest();
        assertThat(server.takeRequest().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, POST, GET",
        "303, PUT, GET",
        "303, HEAD, HEAD",
        "301, PUT, PUT",
        "302, DELETE, DELETE",
        "307, POST, POST",
        "308, PATCH, PATCH",
        "308, GET, GET"
    })
    void keepOrChangeTheMethodByTheirStatus(int status, String method, String next) throws InterruptedException {
        redirectOnce(status, "/next");
        client.call(Map.of("method", method, "path", "/", "body", Map.of("a", 1)), FOLLOW);
        server.takeRequest();
        RecordedRequest second = server.takeRequest();
        assertThat(second.method()).isEqualTo(next);
        if (next.equals(method) && !next.equals("HEAD")) {
            assertThat(second.body()).isEqualTo("{\"a\":1}");
            assertThat(second.headers()).containsEntry("content-type", "application/json");
        } else if (!next.equals(method)) {
            assertThat(second.body()).isEmpty();
            assertThat(second.headers()).doesNotContainKey("content-type");
        }
    }

    @Test
    void keepHeadersWithinTheOrigin() throws InterruptedException {
        redirectOnce(302, server.url() + "/next");
        client.call(Map.of("path", "/", "headers", Map.of("cookie", "c")), FOLLOW);
        server.takeRequest();
        assertThat(server.takeRequest().headers())
                .containsEntry("authorization", "Bearer x")
                .containsEntry("x-api-key", "k")
                .containsEntry("cookie", "c");
    }

    @Test
    void takeNothingThatLetsSomebodyInToAnotherOrigin() throws InterruptedException {
        redirect(307, other.url() + "/next");
        Map<String, Object> args = Map.of("method", "POST", "path", "/", "body", "b", "headers", Map.of("cookie", "c"));
        assertThat(client.call(args, FOLLOW).get("body")).isEqualTo("other");
        RecordedRequest second = other.takeRequest();
        assertThat(second.body()).isEqualTo("b");
        assertThat(second.headers())
                .containsEntry("accept", "a/b")
                .containsEntry("host", "127.0.0.1:" + other.port())
                .doesNotContainKeys("authorization", "x-api-key", "cookie");
    }

    @Test
    void areFollowedAFewTimesOnly() {
        redirect(302, "/again");
        assertThat(client.failure(Map.of("path", "/"), FOLLOW).failure().code()).isEqualTo("bad-response");
        assertThat(server.untaken()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "http://user:word@127.0.0.1/",
                "http://",
                "http://a b/",
                "//",
                "javascript:alert(1)"
            })
    void cannotLeadToWhatIsNoUrlOfHttp(String location) {
        redirect(302, location);
        var failure = client.failure(Map.of("path", "/"), FOLLOW).failure();
        assertThat(failure.code()).isEqualTo("bad-response");
        assertThat(failure.detail()).doesNotContain("word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://2852039166/",
                "http://0xa9.0xfe.0xa9.0xfe/",
                "http://[::ffff:169.254.169.254]/",
                "//10.0.0.1/",
                "http://inside.test/"
            })
    void areCheckedLikeEveryAddress(String location) {
        ScriptedNames names = new ScriptedNames().add("inside.test", "10.0.0.1");
        try (OpenedClient strict = OpenedClient.open(
                vertx,
                Map.of("base_url", server.url()),
                names,
                EgressRules.of(List.of(), true),
                new HttpClientOptions())) {
            redirect(302, location);
            assertThat(strict.failure(Map.of("path", "/"), FOLLOW).failure().code())
                    .isEqualTo("egress-denied");
        }
    }

    private void redirect(int status, String location) {
        server.answer(status, "", "location", location);
    }

    private void redirectOnce(int status, String location) {
        server.script(request -> {
            server.answer(200, "");
            request.response()
                    .setStatusCode(status)
                    .putHeader("location", location)
                    .end();
        });
    }
}
