package dev.krakenflow.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnstileIT {
    private Turnstile turnstile;
    private HttpClient client;

    @BeforeEach
    void open() {
        turnstile = Turnstile.start(3, 5);
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
        turnstile.close();
    }

    @Test
    void answersOneWhenSoManyWaitAndTheLastOnesTogether() throws Exception {
        List<CompletableFuture<Integer>> first =
                Stream.generate(this::ask).limit(3).toList();
        CompletableFuture.anyOf(first.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
        assertThat(first.stream().filter(CompletableFuture::isDone)).hasSize(1);
        List<CompletableFuture<Integer>> last =
                Stream.generate(this::ask).limit(2).toList();
        for (CompletableFuture<Integer> status :
                Stream.concat(first.stream(), last.stream()).toList()) {
            assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(turnstile.mostAtOnce()).isBetween(3, 4);
    }

    private CompletableFuture<Integer> ask() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(turnstile.url())).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }
}
