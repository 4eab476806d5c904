package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import org.junit.jupiter.api.Test;

class MapRunnerTest {
    private static final String TENFOLD = "{name: 'tenfold', transform: {y: '{% item * 10 %}'}}";

    private final EngineBench bench = new EngineBench();

    /** A map over {@code l}, and more of its keys. */
    private static ScriptedPlan plan(String components, String more) {
        return ScriptedPlan.of(
                "{type: 'map', name: 'm', items: '{% l %}', components: [" + components + "]" + more + "}");
    }

    @Test
    void givesTheTransformTheEventsInTheOrderOfTheItems() {
        ScriptedPlan plan = plan(TENFOLD, ", transform: {r: '{% results.y %}'}");
        assertThat(bench.result(plan, "{l: [3, 1, 2]}")).isEqualTo(event("{l: [3, 1, 2], r: [30, 10, 20]}"));
    }

    @Test
    void aResultIsTheWholeEventOfItsItem() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: '{% l %}', as: 'n', at: 'i',"
                + " components: [{transform: {y: '{% n & i %}'}, remove: ['l']}], transform: {r: '{% results %}'}}");
        assertThat(bench.result(plan, "{l: ['a', 'b']}"))
                .isEqualTo(event("{l: ['a', 'b'], r: [{n: 'a', i: 0, y: 'a0'}, {n: 'b', i: 1, y: 'b1'}]}"));
    }
}
