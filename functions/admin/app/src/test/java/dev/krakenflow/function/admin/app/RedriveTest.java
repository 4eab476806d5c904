package dev.krakenflow.function.admin.app;

import static dev.krakenflow.function.admin.app.AdminCalls.define;
import static dev.krakenflow.function.admin.app.AdminCalls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastReference;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of casts on the admin side. */
@QuarkusTest
@TestProfile(WithToken.class)
class RedriveTest {

    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Room ROOM = new Room(10, Map.of(), 10);

    private final String reference = CastReference.next(new Random());

    @Inject
    CastQueue queue;

    @Inject
    CastConsumer consumer;

    @AfterEach
    void forget() {
        AdminCalls.forgetEverything();
    }

    @Test
    void letsDeadEventsRunAgain() {
        define("pipelines", "{\"name\": \"p\", \"components\": []}");
        die();
        post("/pipelines/redrive/p").statusCode(200).body("ok", equalTo(1));
        assertThat(await(queue.find(reference))).isEqualTo(new CastState.Pending());
        assertThat(await(consumer.take(ROOM)).get(0).number()).isEqualTo(1);
        post("/pipelines/redrive/p").statusCode(200).body("ok", equalTo(0));
    }

    @Test
    void doesSoAsAMessageToo() {
        define("pipelines", "{\"name\": \"p\", \"components\": []}");
        die();
        post("/kraken-admin", "{\"operation\": \"redrive\", \"kind\": \"pipelines\", \"name\": \"p\"}")
                .statusCode(200)
                .body("ok", equalTo(1));
    }

    @Test
    void knowsNothingOfPipelinesThatAreNotDefined() {
        post("/pipelines/redrive/nowhere").statusCode(404).body("code", equalTo("pipeline-undefined"));
    }

    @Test
    void forgetsWhatWasCastToAPipelineThatIsDeleted() {
        define("pipelines", "{\"name\": \"p\", \"components\": []}");
        die();
        post("/pipelines/delete/p").statusCode(200);
        assertThat(await(queue.find(reference))).isNull();
    }

    /** Casts an event, which fails as often as it may. */
    private void die() {
        consumer.wake();
        await(consumer.take(ROOM));
        CastEvent event = new CastEvent(reference, EMPTY, null, null);
        await(queue.offer(new Cast("p", List.of(event), false, Map.of())));
        Delivery delivery = await(consumer.take(ROOM)).get(0);
        await(consumer.settle(delivery, Map.of(reference, new CastState.Dead(EMPTY)), Duration.ZERO));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(10));
    }
}
