package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.Names;
import dev.krakenflow.client.http.testing.ScriptedHttpServer;
import dev.krakenflow.engine.client.ClientException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.impl.VertxInternal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many calls at once, and calls that are cancelled. */
final class HttpPoolTest {
    private static final Map<String, Object> HOLD = Map.of("path", "/hold");
    private static final List<InetAddress> LOOPBACK = List.of(InetAddress.getLoopbackAddress());
    private static final Map<String, Object> FAST = Map.of("path", "/fast");

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedHttpServer server = new ScriptedHttpServer(vertx).script(request -> {
        if (request.path().equals("/fast")) {
            request.response().end("fast");
        }
    });
    private final OpenedClient client = OpenedClient.open(vertx, Map.of("base_url", server.url(), "pool_size", 2));

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersAfterAHundredCancelsOneAfterAnother() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            Cancellable call = subscribe(HOLD);
            assertThat(server.takeRequest().target()).isEqualTo("/hold");
            call.cancel();
            server.awaitClosedConnection();
        }
        assertThat(client.call(FAST).get("body")).isEqualTo("fast");
    }

    @Test
    void answersAfterAHundredCancelsAtOnce() throws InterruptedException {
        List<Cancellable> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(subscribe(HOLD));
        }
        server.takeRequest();
        server.takeRequest();
        // The last ones first: those who wait must go without ever having been sent.
        calls.reversed().forEach(Cancellable::cancel);
        server.awaitClosedConnection();
        server.awaitClosedConnection();
        assertThat(client.call(FAST).get("body")).isEqualTo("fast");
        assertThat(server.takeRequest().target()).isEqualTo("/fast");
        assertThat(server.untaken()).isZero();
    }

    @Test
    void answersAfterAHundredCancelsWhileConnecting() {
        for (int i = 0; i < 100; i++) {
            subscribe(FAST).cancel();
        }
        assertThat(client.call(FAST).get("body")).isEqualTo("fast");
    }

    @Test
    void givesEveryTurnBackWhenManyLoopsCallAndCancel() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1_000);
        for (int i = 0; i < 1_000; i++) {
            boolean cancelled = i % 3 != 0;
            Context loop = ((VertxInternal) vertx).createEventLoopContext();
            loop.runOnContext(go -> {
                Cancellable call = subscribe(FAST);
                started.countDown();
                if (cancelled) {
                    loop.runOnContext(later -> call.cancel());
                }
            });
        }
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(client.call(FAST).get("body")).isEqualTo("fast");
        assertThat(client.call(FAST).get("body")).isEqualTo("fast");
        client.close();
    }

    @Test
    void answersAfterCancelsWhileTheNameIsResolved() {
        Promise<List<InetAddress>> answer = Promise.promise();
        List<String> asked = new CopyOnWriteArrayList<>();
        Names slow = name -> {
            asked.add(name);
            return asked.size() <= 2 ? answer.future() : Future.succeededFuture(LOOPBACK);
        };
        Map<String, Object> start = Map.of("base_url", "http://slow.test:" + server.port(), "pool_size", 2);
        try (OpenedClient named =
                OpenedClient.open(vertx, start, slow, EgressRules.of(List.of(), true), new HttpClientOptions())) {
            Cancellable first = named.uni(FAST, Map.of()).subscribe().with(item -> {}, failure -> {});
            Cancellable second = named.uni(FAST, Map.of()).subscribe().with(item -> {}, failure -> {});
            first.cancel();
            second.cancel();
            assertThat(named.call(FAST).get("body")).isEqualTo("fast");
            answer.complete(LOOPBACK);
            assertThat(named.call(FAST).get("body")).isEqualTo("fast");
        }
        assertThat(server.untaken()).isEqualTo(2);
    }

    @Test
    void letsAThousandWaitAndNoMore() {
        List<UniAssertSubscriber<Object>> calls = new ArrayList<>();
        for (int i = 0; i < 1_002; i++) {
            calls.add(client.uni(HOLD, Map.of()).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        ClientException failure = client.failure(FAST, Map.of());
        assertThat(failure.failure().code()).isEqualTo("bulkhead-full");
        calls.getLast().cancel();
        UniAssertSubscriber<Object> next =
                client.uni(FAST, Map.of()).subscribe().withSubscriber(UniAssertSubscriber.create());
        calls.forEach(UniAssertSubscriber::cancel);
        assertThat(next.awaitItem().getItem()).isInstanceOf(Map.class);
    }

    @Test
    void keepsConnectionsForTheNextCall() throws InterruptedException {
        client.call(FAST);
        client.call(FAST);
        client.close();
        server.awaitClosedConnection();
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void closesBehindTheCallsThatAreUnderWay() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        List<Runnable> answers = new ArrayList<>();
        server.script(request -> {
            answers.add(() -> request.response().end("late"));
            arrived.countDown();
        });
        UniAssertSubscriber<Object> call =
                client.uni(FAST, Map.of()).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        UniAssertSubscriber<Void> closing = client.closing().subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(client.failure(FAST, Map.of()).failure().code()).isEqualTo("service-not-ready");
        closing.assertNotTerminated();
        answers.forEach(Runnable::run);
        assertThat(call.awaitItem().getItem()).isInstanceOf(Map.class);
        closing.awaitItem();
    }

    private Cancellable subscribe(Map<String, Object> args) {
        return client.uni(args, Map.of()).subscribe().with(item -> {}, failure -> {});
    }
}
