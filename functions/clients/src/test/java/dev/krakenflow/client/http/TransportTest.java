package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TransportTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final AtomicInteger made = new AtomicInteger();
    private final Transport transport = new Transport(vertx, this::client, () -> Instant.ofEpochMilli(millis.get()));

    @AfterEach
    void close() {
        transport.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connections_that_were_used_a_moment_ago_are_used_again() {
        HttpClient first = transport.client();
        millis.addAndGet(30_000);
        HttpClient second = transport.client();
        millis.addAndGet(30_000);

        assertThat(second).isSameAs(first);
        assertThat(transport.client()).isSameAs(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void connections_that_nobody_used_for_longer_are_not_used_again() {
        HttpClient first = transport.client();
        millis.addAndGet(30_001);
        HttpClient second = transport.client();

        assertThat(second).isNotSameAs(first);
        assertThat(transport.client()).isSameAs(second);
        assertThat(made).hasValue(2);
    }

    @Test
    void a_clock_that_was_set_back_counts_as_a_silence() {
        HttpClient first = transport.client();
        millis.addAndGet(-60_000);

        assertThat(transport.client()).isNotSameAs(first);
    }

    private HttpClient client() {
        made.incrementAndGet();
        return vertx.createHttpClient();
    }
}
