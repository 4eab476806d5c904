package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.client.http.testing.ScriptedNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose timer stands still, as that of a frozen process: it hands out what has long been idle. */
final class ExpiredConnectionsTest {

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server =
            new ScriptedHttpServer(vertx).script(request -> request.response().end("ok"));
    private final Transport transport = new Transport(vertx, this::client, InstantSource.system());
    private final Connections connections =
            new Connections(transport, new ScriptedNames(), EgressRules.of(List.of(), true));

    @AfterEach
    void close() {
        connections.close().toCompletionStage().toCompletableFuture().join();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_connection_that_was_idle_for_too_long_is_not_used_again() {
        Set<HttpConnection> first = connectionsOfFourAtOnce();
        assertThat(connectionsOfFourAtOnce()).isEqualTo(first);

        awaitExpiry();

        assertThat(connectionsOfFourAtOnce()).hasSize(4).doesNotContainAnyElementsOf(first);
    }

    private Set<HttpConnection> connectionsOfFourAtOnce() {
        Set<HttpConnection> used = ConcurrentHashMap.newKeySet();
        List<Future<HttpClientRequest>> open =
                Stream.generate(this::connect).limit(4).toList();
        Future<?> answered = Future.all(open)
                .compose(all -> Future.all(open.stream()
                        .map(Future::result)
                        .map(request -> {
                            used.add(request.connection());
                            return request.send().compose(response -> response.body());
                        })
                        .toList()));
        answered.toCompletionStage().toCompletableFuture().join();
        return used;
    }

    private Future<HttpClientRequest> connect() {
        PreparedRequest request =
                new PreparedRequest(Origin.of(server.url()), HttpMethod.GET, "/", Map.of(), null, "GET /");
        return connections.connect(request, List.of(InetAddress.getLoopbackAddress()), () -> false);
    }

    /** The keep-alive of the pool is counted in seconds, so this is the shortest that there is. */
    private void awaitExpiry() {
        Promise<Void> expired = Promise.promise();
        vertx.setTimer(1_100, timer -> expired.complete());
        expired.future().toCompletionStage().toCompletableFuture().join();
    }

    private HttpClient client() {
        return vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(1),
                new PoolOptions().setHttp1MaxSize(4).setCleanerPeriod(0));
    }
}
