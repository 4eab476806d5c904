package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonNull;
import java.util.List;
import java.util.Map;
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

    @Test
    void anItemMayBeAnyValueAndHideAKeyOfTheEvent() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: '{% l %}', as: 'l', components: [],"
                + " transform: {r: '{% [results.{\\\"it\\\": l}] %}'}}");
        assertThat(bench.result(plan, "{l: [1, null, 'a', [2, [3]], {x: 4}]}").get("r"))
                .isEqualTo(EngineBench.value("[{it: 1}, {it: null}, {it: 'a'}, {it: [2, [3]]}, {it: {x: 4}}]"));
    }

    @Test
    void leavesTheEventAloneWithoutTransform() {
        assertThat(bench.result(plan(TENFOLD, ""), "{l: [1, 2]}")).isEqualTo(event("{l: [1, 2]}"));
    }

    @Test
    void isPassedWhenItsConditionDoesNotHold() {
        ScriptedPlan plan = plan(TENFOLD, ", condition: '{% x %}', transform: {r: '{% results.y %}'}");
        assertThat(bench.result(plan, "{l: [1, 2]}")).isEqualTo(event("{l: [1, 2]}"));
        assertThat(bench.result(plan, "{l: [1, 2], x: true}")).containsKey("r");
    }

    @Test
    void oneValueIsAListOfOne() {
        ScriptedPlan plan = plan("", ", transform: {r: '{% [results.item] %}'}");
        assertThat(bench.result(plan, "{l: {x: 1}}")).containsEntry("r", List.of(Map.of("x", 1)));
        assertThat(bench.result(plan, "{l: false}")).containsEntry("r", List.of(false));
        ScriptedPlan filtered = ScriptedPlan.of(
                "{type: 'map', items: '{% l[$ > 1] %}', components: []," + " transform: {r: '{% [results.item] %}'}}");
        assertThat(bench.result(filtered, "{l: [1, 2]}")).containsEntry("r", List.of(2));
    }

    @Test
    void nothingIsAnEmptyList() {
        ScriptedPlan plan = plan(TENFOLD, ", mode: 'settled', transform: {r: '{% $ %}'}");
        Object nothing = EngineBench.value("{results: [], errors: []}");
        assertThat(bench.result(plan, "{}")).containsEntry("r", nothing);
        assertThat(bench.result(plan, "{l: []}")).containsEntry("r", nothing);
    }

    @Test
    void nullIsAFailure() {
        Failure failure = bench.failure(plan(TENFOLD, ""), "{l: null}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.detail()).isEqualTo("items: must give a list, it is null");
        assertThat(failure.place().component()).isEqualTo("m");
        assertThat(failure.place().step()).isEqualTo("items");
    }

    @Test
    void tooManyItemsAreAFailure() {
        ScriptedPlan plan = plan(TENFOLD, ", max_items: 2");
        assertThat(bench.run(plan, "{l: [1, 2]}")).isInstanceOf(Outcome.Completed.class);
        Failure failure = bench.failure(plan, "{l: [1, 2, 3]}");
        assertThat(failure.code()).isEqualTo("too-many-items");
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.detail()).isEqualTo("at most 2 items are allowed (max_items), there are 3");
        assertThat(failure.place().component()).isEqualTo("m");
        assertThat(failure.place().step()).isEqualTo("items");
    }

    @Test
    void doneAndDeadEndEndTheirItemOnly() {
        ScriptedPlan plan = plan(
                "{type: 'switch', condition: '{% item %}', branches: {end: 1, done: 2, default: 3}},"
                        + " {type: 'dead-end'}, {type: 'done'}, {transform: {y: 1}}",
                ", transform: {r: '{% results %}'}");
        assertThat(bench.result(plan, "{l: ['end', 'done', 'x']}").get("r"))
                .isEqualTo(List.of(
                        JsonNull.VALUE,
                        event("{l: ['end', 'done', 'x'], item: 'done'}"),
                        event("{l: ['end', 'done', 'x'], item: 'x', y: 1}")));
    }

    @Test
    void theFirstFailureIsTheFailure() {
        Failure failure = bench.failure(plan(TENFOLD, ""), "{l: [1, 'a', 'b']}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().component()).isEqualTo("tenfold");
    }

    @Test
    @SuppressWarnings("unchecked")
    void settledGivesNullForAFailureAndTheProblemWithItsIndex() {
        ScriptedPlan plan = plan(
                TENFOLD,
                ", mode: 'settled', transform: {n: '{% $count(results) %}', r: '{% results %}', e: '{% errors %}'}");
        Map<String, Object> result = bench.result(plan, "{l: [1, 'a', 2, 'b']}");
        List<Object> results = (List<Object>) result.get("r");
        assertThat(results).hasSize(4);
        assertThat(results.get(0)).isEqualTo(event("{l: [1, 'a', 2, 'b'], item: 1, y: 10}"));
        assertThat(results.get(1)).isEqualTo(JsonNull.VALUE);
        List<Map<String, Object>> errors = (List<Map<String, Object>>) result.get("e");
        assertThat(errors).extracting(error -> error.get("index")).containsExactly(1, 3);
        assertThat(EngineBench.object(errors.get(0), "problem"))
                .containsEntry("code", "expression")
                .containsEntry("component", "tenfold");
        assertThat(result).containsEntry("n", 4);
    }

    @Test
    void settledGoesOnWhenAllFail() {
        ScriptedPlan plan =
                plan(TENFOLD, ", mode: 'settled', transform: {e: '{% errors.index %}', r: '{% results %}'}");
        assertThat(bench.result(plan, "{l: ['a', 'b']}"))
                .containsEntry("e", List.of(0, 1))
                .containsEntry("r", List.of(JsonNull.VALUE, JsonNull.VALUE));
    }

    @Test
    void settledDropsTheFailuresWithoutTransform() {
        assertThat(bench.result(plan(TENFOLD, ", mode: 'settled'"), "{l: ['a', 1]}"))
                .isEqualTo(event("{l: ['a', 1]}"));
    }

    @Test
    void itemsOfAnEventOfManyKeysHaveThemAll() {
        StringBuilder many = new StringBuilder("{l: [1, 2]");
        for (int i = 0; i < 40; i++) {
            many.append(", k").append(i).append(": ").append(i);
        }
        ScriptedPlan plan = plan(TENFOLD, ", at: 'i', transform: {r: '{% results.(k39 + i + y) %}'}");
        assertThat(bench.result(plan, many + "}"))
                .containsEntry("r", List.of(49, 60))
                .containsEntry("k0", 0);
    }
}
