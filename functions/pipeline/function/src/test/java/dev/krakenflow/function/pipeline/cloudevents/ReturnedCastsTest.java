package dev.krakenflow.function.pipeline.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import dev.krakenflow.json.JsonReader;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReturnedCastsTest {

    private final List<CastMessage> ran = new ArrayList<>();
    private boolean settled = true;

    private final ReturnedCasts casts = new ReturnedCasts(true, message -> {
        ran.add(message);
        return Uni.createFrom().item(settled);
    });

    @Test
    void runsWhatWasCast() {
        assertThat(run(event("dev.krakenflow.cast", cast()))).isEqualTo(new TriggeredOutcome.Done("orders", null));
        assertThat(ran).extracting(CastMessage::pipeline).containsExactly("orders");
        assertThat(new String(ran.get(0).events().get(0).json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"x\":1}");
    }

    @Test
    void whatIsNotSettledComesAgain() {
        settled = false;

        assertThat(run(event("dev.krakenflow.cast", cast())))
                .isInstanceOfSatisfying(
                        TriggeredOutcome.Failed.class,
                        failed -> assertThat(failed.failure().status()).isEqualTo(503));
    }

    @Test
    void whatIsNoCastIsRefusedForGood() {
        assertThatThrownBy(() -> run(event("dev.krakenflow.cast", Map.of("cast", 1))))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("invalid-request");
        assertThat(ran).isEmpty();
    }

    @Test
    void otherEventsAreNoneOfThese() {
        assertThat(casts.has(event("com.shop.order", cast()))).isFalse();
        assertThat(casts.has(event("dev.krakenflow.cast", cast()))).isTrue();
    }

    @Test
    void nothingIsOneOfTheseWhereNoBrokerCarriesThem() {
        ReturnedCasts none =
                new ReturnedCasts(false, message -> Uni.createFrom().item(true));

        assertThat(none.has(event("dev.krakenflow.cast", cast()))).isFalse();
    }

    private TriggeredOutcome run(ReceivedEvent event) {
        return casts.run(event).await().indefinitely();
    }

    private static Object cast() {
        CastEvent event = new CastEvent(
                "0123456789abcdef0123456789abcdef", "{\"x\":1}".getBytes(StandardCharsets.UTF_8), null, null);
        return JsonReader.read(new CastMessage("orders", List.of(event), Map.of()).write());
    }

    private static ReceivedEvent event(String type, Object data) {
        return new ReceivedEvent(
                CloudEventBuilder.v1()
                        .withId("a")
                        .withSource(URI.create("/pipelines/orders"))
                        .withType(type)
                        .build(),
                data);
    }
}
