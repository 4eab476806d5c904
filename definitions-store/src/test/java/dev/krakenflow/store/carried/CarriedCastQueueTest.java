package dev.krakenflow.store.carried;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.castTogether;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.offer;
import static dev.krakenflow.cast.CastBench.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.memory.MemoryCastStates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CarriedCastQueueTest {

    private final RecordingCarrier carrier = new RecordingCarrier();
    private final CarriedCastQueue queue = new CarriedCastQueue(new MemoryCastStates(), carrier);

    @Test
    void sendsEachEventAlone() {
        List<String> references = offer(queue, cast(event("1"), event("2")));
        assertThat(carrier.sent)
                .extracting(CastMessage::references)
                .containsExactly(List.of(references.get(0)), List.of(references.get(1)));
        assertThat(state(queue, references.get(0))).isEqualTo("pending");
    }

    @Test
    void sendsTogetherWhatRunsTogether() {
        Cast cast = castTogether("1", "2");
        List<String> references = offer(queue, cast);
        assertThat(carrier.sent).extracting(CastMessage::references).containsExactly(references);
        assertThat(carrier.sent.get(0).tracing()).isEqualTo(cast.tracing());
    }

    @Test
    void sendsOnceWhatIsTheSame() {
        List<String> first = offer(queue, cast(once("1")));
        assertThat(offer(queue, cast(once("1"), once("1")))).containsOnly(first.get(0));
        assertThat(carrier.sent).hasSize(1);
        assertThat(await(queue.offer(cast(once("2"))))).isEqualTo(new Acceptance.Mismatch(0));
    }

    @Test
    void sendsAgainWhatMayNotHaveCome() {
        carrier.isAway(true);
        assertThatThrownBy(() -> offer(queue, cast(once("1")))).isInstanceOf(StoreUnavailableException.class);
        carrier.isAway(false);
        List<String> references = offer(queue, cast(once("1")));
        assertThat(carrier.sent).extracting(CastMessage::references).containsExactly(references);
    }

    @Test
    void takesNoneWhereOneIsTooLarge() {
        Cast cast = cast(event("1"), event("12345678901"), event("2"), event("12345678901"));
        assertThat(await(queue.offer(cast))).isEqualTo(new Acceptance.TooLarge(List.of(1, 3), 10));
        assertThat(await(queue.offer(castTogether("123456", "123456"))))
                .isEqualTo(new Acceptance.TooLarge(List.of(0, 1), 10));
        assertThat(carrier.sent).isEmpty();
        assertThat(state(queue, cast.events().get(0).reference())).isEqualTo("unknown");
    }

    @Test
    void letsItsCarrierRedriveAndCountsNothing() {
        assertThat(await(queue.redrive("orders"))).isEqualTo(5);
        assertThat(await(queue.depths())).isEmpty();
        await(queue.forget("orders"));
    }

    private static CastEvent once(String fingerprint) {
        return event("1", new CastOnce("a", fingerprint, Duration.ofHours(1)));
    }
}
