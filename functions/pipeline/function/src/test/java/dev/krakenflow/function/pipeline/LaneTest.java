package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaneTest {

    private final Lane lane = new Lane();
    private final List<Integer> begun = new ArrayList<>();
    private final List<UniEmitter<? super Integer>> underWay = new ArrayList<>();

    @Test
    void letsOnePassAfterTheOtherUnlessItKnowsBetter() {
        enter(1, 2, 3);
        assertThat(begun).containsExactly(1);
        end(0);
        assertThat(begun).containsExactly(1, 2);
    }

    @Test
    void letsMorePassAsSoonAsThatIsAllowed() {
        enter(1, 2, 3, 4);
        lane.allow(3);
        assertThat(begun).containsExactly(1, 2, 3);
        lane.allow(1);
        end(0);
        end(1);
        assertThat(begun).containsExactly(1, 2, 3);
        end(2);
        assertThat(begun).containsExactly(1, 2, 3, 4);
    }

    @Test
    void letsTheNextPassWhenOneFails() {
        enter(1, 2);
        underWay.get(0).fail(new IllegalStateException("failed"));
        assertThat(begun).containsExactly(1, 2);
    }

    private void enter(Integer... events) {
        for (Integer event : events) {
            lane.pass(() -> Uni.createFrom().<Integer>emitter(emitter -> {
                        begun.add(event);
                        underWay.add(emitter);
                    }))
                    .subscribe()
                    .with(done -> {}, failed -> {});
        }
    }

    private void end(int which) {
        underWay.get(which).complete(which);
    }
}
