package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedStatesTest {
    private final AtomicInteger made = new AtomicInteger();
    private final SharedStates<String, Object> states = new SharedStates<>(policy -> {
        made.incrementAndGet();
        return new Object();
    });

    @Test
    void hasOneStateForEachServiceFunctionAndPolicy() {
        Object state = states.of("s", "f", "p");
        assertThat(states.of("s", "f", new String("p"))).isSameAs(state);
        assertThat(states.of("s", "f", "q")).isNotSameAs(state);
        assertThat(states.of("s", null, "p")).isNotSameAs(state);
        assertThat(states.of("t", "f", "p")).isNotSameAs(state);
    }

    @Test
    void neverMakesASecondOneOfAStateInUse() {
        Object used = states.of("s", null, "p");
        for (int i = 0; i < 5 * SharedStates.MOST_UNUSED; i++) {
            states.of("other" + i, null, "p");
        }
        assertThat(states.of("s", null, "p")).isSameAs(used);
    }

    @Test
    void forgetsTheStatesOfAServiceOnly() {
        Object gone = states.of("s", "f", "p");
        Object kept = states.of("ss", "f", "p");
        states.forget("s");
        assertThat(states.of("s", "f", "p")).isNotSameAs(gone);
        assertThat(states.of("ss", "f", "p")).isSameAs(kept);
        assertThat(made.get()).isEqualTo(3);
    }
}
