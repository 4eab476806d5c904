package dev.krakenflow.observability.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class StoreHealthTest {

    private static HealthCheckResponse ask(StoreHealth health) {
        return health.call().await().indefinitely();
    }

    private static Object state(HealthCheckResponse response) {
        return response.getData().orElseThrow().get("state");
    }

    @Test
    void tellsThatTheStoreAnswers() {
        assertThat(state(ask(new StoreHealth(() -> Uni.createFrom().nullItem()))))
                .isEqualTo("up");
    }

    @Test
    void isUpThoughTheStoreFails() {
        HealthCheckResponse response =
                ask(new StoreHealth(() -> Uni.createFrom().failure(new IllegalStateException("away"))));
        assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(state(response)).isEqualTo("down");
    }

    @Test
    void doesNotWaitForAStoreThatNeverAnswers() {
        assertThat(state(ask(new StoreHealth(() -> Uni.createFrom().nothing()))))
                .isEqualTo("down");
    }

    @Test
    void asksTheStoreOnceHoweverManyAskAtTheSameTime() {
        AtomicInteger asked = new AtomicInteger();
        StoreHealth health = new StoreHealth(() -> {
            asked.incrementAndGet();
            return Uni.createFrom().nothing();
        });
        Uni.join()
                .all(health.call(), health.call(), health.call())
                .andFailFast()
                .await()
                .indefinitely();
        assertThat(asked).hasValue(1);
    }
}
