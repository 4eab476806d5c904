package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.client.http.testing.ScriptedNames;
import dev.krakenflow.client.http.testing.SelfSignedCertificate;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** TLS: the address is chosen by us, the certificate must still be the host's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpTlsTest {
    private final Vertx vertx = Vertx.vertx();
    private final ScriptedNames names =
            new ScriptedNames().add("service.test", "127.0.0.1").add("other.test", "127.0.0.1");
    private ScriptedHttpServer server;
    private HttpClientOptions trusting;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        PfxOptions certificate = SelfSignedCertificate.create(folder, "service.test");
        server = new ScriptedHttpServer(
                vertx, new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate));
        trusting = new HttpClientOptions().setTrustOptions(certificate);
    }

    @BeforeEach
    void answer() {
        server.answer(200, "reached");
    }

    @AfterAll
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void reachesTheHostThatTheCertificateNames() throws InterruptedException {
        try (OpenedClient client = client("service.test", trusting)) {
            assertThat(client.get("/").get("body")).isEqualTo("reached");
            assertThat(server.takeRequest().headers()).containsEntry("host", "service.test:" + server.port());
        }
    }

    @Test
    void refusesACertificateOfAnotherHost() {
        try (OpenedClient client = client("other.test", trusting)) {
            assertThat(client.failure("/").failure().code()).isEqualTo("communication");
        }
        assertThat(server.untaken()).isZero();
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        try (OpenedClient client = client("service.test", new HttpClientOptions())) {
            assertThat(client.failure("/").failure().code()).isEqualTo("communication");
        }
        assertThat(server.untaken()).isZero();
    }

    @Test
    void doesNotFollowARedirectOutOfTls() {
        server.answer(302, "", "location", "http://service.test/");
        try (OpenedClient client = client("service.test", trusting)) {
            assertThat(client.failure(Map.of("path", "/"), Map.of("follow_redirects", true))
                            .failure()
                            .code())
                    .isEqualTo("bad-response");
        }
    }

    private OpenedClient client(String host, HttpClientOptions options) {
        Map<String, Object> start = Map.of("base_url", "https://" + host + ":" + server.port());
        return OpenedClient.open(vertx, start, names, EgressRules.of(List.of(), true), options);
    }
}
