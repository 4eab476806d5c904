package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.client.http.testing.ScriptedNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are connected to. */
final class HttpEgressTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server = new ScriptedHttpServer(vertx).answer(200, "reached");
    private final ScriptedNames names = new ScriptedNames();

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "017700000001",
                "0x7f000001",
                "0x7f.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "0.0.0.0",
                "0",
                "127.0.0.1.",
                "LOCALHOST.",
                "loopback.test",
                "mapped.test",
                "hidden.test"
            })
    void refusesLoopbackInEverySpellingBeforeAnythingIsSent(String host) {
        names.add("localhost", "127.0.0.1", "::1");
        names.add("loopback.test", "127.0.0.1");
        names.add("mapped.test", "::ffff:127.0.0.1");
        names.add("hidden.test", "10.0.0.1", "::1", "169.254.169.254");
        try (OpenedClient client = open(host, EgressRules.strict())) {
            var failure = client.failure("/");
            assertThat(failure.failure().code()).isEqualTo("egress-denied");
            assertThat(failure.beforeTheCall()).isFalse();
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void connectsToTheAddressThatWasChecked() throws InterruptedException {
        names.add("changing.test", "127.0.0.1").add("changing.test", "127.0.0.2");
        try (OpenedClient client = open("changing.test", EgressRules.of(List.of("127.0.0.1"), false))) {
            assertThat(client.get("/").get("body")).isEqualTo("reached");
            assertThat(server.takeRequest().headers()).containsEntry("host", "changing.test:" + server.port());
            assertThat(client.failure("/").failure().code()).isEqualTo("egress-denied");
        }
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void leavesOutTheAddressesThatAreRefused() {
        names.add("mixed.test", "10.0.0.1", "127.0.0.1");
        try (OpenedClient client = open("mixed.test", EgressRules.of(List.of(), true))) {
            assertThat(client.get("/").get("body")).isEqualTo("reached");
        }
    }

    @Test
    void triesTheNextAddressWhenOneCannotBeReached() {
        names.add("several.test", "127.0.0.9", "127.0.0.1");
        try (OpenedClient client = open("several.test", EgressRules.of(List.of(), true))) {
            assertThat(client.get("/").get("body")).isEqualTo("reached");
        }
    }

    @Test
    void callsAnAllowedHostWhereverItIs() {
        names.add("allowed.test", "127.0.0.1");
        try (OpenedClient client = open("allowed.test", EgressRules.of(List.of("Allowed.Test"), false))) {
            assertThat(client.get("/").get("body")).isEqualTo("reached");
        }
    }

    @Test
    void failsWhenANameIsNotKnown() {
        try (OpenedClient client = open("unknown.test", EgressRules.strict())) {
            assertThat(client.failure("/").failure().code()).isEqualTo("communication");
        }
    }

    private OpenedClient open(String host, EgressRules rules) {
        Map<String, Object> start = Map.of("base_url", "http://" + host + ":" + server.port());
        return OpenedClient.open(vertx, start, names, rules, new HttpClientOptions());
    }
}
