package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.Test;

final class InFlightTest {

    private final InFlight inFlight = new InFlight(3);

    @Test
    void refusesWhatDoesNotFit() {
        begin(2);
        assertThat(code(begin(2))).isEqualTo("overloaded");
        begin(1).assertNotTerminated();
        assertThat(code(begin(1))).isEqualTo("overloaded");
    }

    @Test
    void givesRoomBackWhenWorkEndsHoweverItEnds() {
        begin(3).cancel();
        inFlight.admit(3, () -> Uni.createFrom().failure(new IllegalStateException()))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertFailedWith(IllegalStateException.class);
        inFlight.admit(3, () -> Uni.createFrom().item(1))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertItem(1);
        begin(3).assertNotTerminated();
    }

    @Test
    void letsMoreThanFitHaveAllTheRoom() {
        begin(100).assertNotTerminated();
        assertThat(code(begin(1))).isEqualTo("overloaded");
    }

    private UniAssertSubscriber<Object> begin(int events) {
        return inFlight.admit(events, () -> Uni.createFrom().nothing())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static String code(UniAssertSubscriber<?> refused) {
        return ((RequestException) refused.assertFailed().getFailure())
                .failure()
                .code();
    }
}
