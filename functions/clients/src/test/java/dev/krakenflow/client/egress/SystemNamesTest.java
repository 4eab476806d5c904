package dev.krakenflow.client.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SystemNamesTest {

    @Test
    void resolvesAsTheMachineDoes() {
        Vertx vertx = Vertx.vertx();
        try {
            Names names = new SystemNames(vertx);
            assertThat(names.resolve("localhost")
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join())
                    .isNotEmpty()
                    .allMatch(InetAddress::isLoopbackAddress);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void looksANameUpOnceForAllWhoAsk() {
        PendingLookups pending = new PendingLookups();
        Promise<List<InetAddress>> answer = Promise.promise();
        Future<List<InetAddress>> first = pending.join("name", answer::future);
        Future<List<InetAddress>> second = pending.join("name", () -> Future.failedFuture("not asked"));
        answer.complete(List.of(InetAddress.getLoopbackAddress()));
        assertThat(first.result()).isEqualTo(second.result()).hasSize(1);
    }

    @Test
    void asksAgainAfterTheAnswer() {
        PendingLookups pending = new PendingLookups();
        pending.join("name", () -> Future.failedFuture(new UnknownHostException()));
        assertThat(pending.join("name", () -> Future.succeededFuture(List.of())).succeeded())
                .isTrue();
    }
}
