package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The histories of branches and items, in the entry of the component that they are of. */
@SuppressWarnings("unchecked")
class BranchHistoryTest {
    private static final RunOptions DEBUG = new RunOptions(true, Long.MAX_VALUE, Map.of(), null);
    private static final String FAILS = "{name: 'bad', transform: {z: '{% 1 + \\\"a\\\" %}'}}";

    private final EngineBench bench = new EngineBench();

    private List<Map<String, Object>> history(ScriptedPlan plan, String event) {
        return bench.run(plan, event, DEBUG).history();
    }

    private static Map<String, List<Map<String, Object>>> branches(Map<String, Object> entry) {
        return (Map<String, List<Map<String, Object>>>) entry.get("branches");
    }

    private static List<List<Map<String, Object>>> items(Map<String, Object> entry) {
        return (List<List<Map<String, Object>>>) entry.get("branches");
    }

    private static List<Object> names(List<Map<String, Object>> entries) {
        return entries.stream().map(entry -> entry.get("component")).toList();
    }

    @Test
    void aParallelHasTheEntriesOfItsBranchesByName() {
        List<Map<String, Object>> history = history(
                ScriptedPlan.of(
                        "{type: 'parallel', name: 'p', branches: {b: [{name: 'b1', transform: {y: 1}}, {type: 'tbd', name: 'b2'}], a: [{name: 'a1', transform: {z: 1}}], none: []}}",
                        "{type: 'tbd', name: 'after'}"),
                "{x: 1}");
        assertThat(names(history)).containsExactly("p", "after");
        Map<String, Object> entry = history.get(0);
        assertThat(entry)
                .containsEntry("type", "parallel")
                .containsEntry("before", event("{x: 1}"))
                .containsEntry("after", event("{x: 1, y: 1, z: 1}"));
        assertThat(branches(entry).keySet()).containsExactly("b", "a", "none");
        assertThat(names(branches(entry).get("b"))).containsExactly("b1", "b2");
        assertThat(branches(entry).get("none")).isEmpty();
        assertThat(branches(entry).get("a"))
                .singleElement()
                .satisfies(inside -> assertThat(inside)
                        .containsEntry("component", "a1")
                        .containsEntry("pipeline", "pipe")
                        .containsEntry("before", event("{x: 1}"))
                        .containsEntry("after", event("{x: 1, z: 1}"))
                        .doesNotContainKeys("event_id", "parent_id"));
        assertThat(history.get(1)).doesNotContainKey("branches");
    }

    @Test
    void aMapHasTheEntriesOfItsItemsInTheirOrder() {
        List<Map<String, Object>> history = history(
                ScriptedPlan.of(
                        "{type: 'map', items: '{% l %}', components: [{name: 's', transform: {y: '{% item %}'}}]}"),
                "{l: ['a', 'b']}");
        assertThat(items(history.get(0)))
                .extracting(entries -> ((Map<String, Object>) entries.get(0).get("after")).get("y"))
                .containsExactly("a", "b");
    }

    @Test
    void aMapWithoutItemsHasNoBranches() {
        assertThat(history(ScriptedPlan.of("{type: 'map', items: [], components: []}"), "{}")
                        .get(0))
                .doesNotContainKey("branches");
    }

    @Test
    void aSkippedOneHasNoBranches() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'parallel', condition: false, branches: {a: []}}");
        assertThat(history(plan, "{}").get(0)).containsEntry("skipped", true).doesNotContainKey("branches");
    }

    @Test
    void nestedOnesStandInEachOther() {
        ScriptedPlan sub =
                ScriptedPlan.of("{type: 'map', name: 'm', items: [1, 2], components: [{type: 'tbd', name: 't'}]}");
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', name: 'p', branches: {a: [{type: 'plug', name: 'pl', pipeline: 'sub'}, {type: 'tbd', name: 'z'}]}}")
                .plugs("sub", sub);
        List<Map<String, Object>> branch = branches(history(plan, "{}").get(0)).get("a");
        assertThat(names(branch)).containsExactly("pl", "m", "z");
        assertThat(branch.get(1)).containsEntry("pipeline", "sub");
        assertThat(items(branch.get(1)))
                .hasSize(2)
                .allSatisfy(item -> assertThat(names(item)).containsExactly("t"));
    }

    @Test
    void inAPlugTheyStandInTheEntryOfTheirComponent() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', name: 'pl', pipeline: 'sub'}", "{type: 'tbd', name: 'z'}")
                .plugs(
                        "sub",
                        ScriptedPlan.of("{type: 'parallel', name: 'p', branches: {a: [{type: 'tbd', name: 't'}]}}"));
        List<Map<String, Object>> history = history(plan, "{}");
        assertThat(names(history)).containsExactly("pl", "p", "z");
        assertThat(names(branches(history.get(1)).get("a"))).containsExactly("t");
        assertThat(history.get(0)).doesNotContainKey("branches");
    }

    @Test
    void aFailureHasThemToo() {
        List<Map<String, Object>> history = history(
                ScriptedPlan.of("{type: 'parallel', name: 'p', branches: {a: [{type: 'tbd', name: 't'}], b: [" + FAILS
                        + "], c: [{type: 'tbd'}]}}"),
                "{}");
        assertThat(history.get(0)).doesNotContainKey("after");
        Map<String, List<Map<String, Object>>> branches = branches(history.get(0));
        assertThat(branches.keySet()).containsExactly("a", "b");
        assertThat(branches.get("b").get(0)).containsEntry("component", "bad").doesNotContainKey("after");
    }

    @Test
    void oneThatWasCancelledEndsWhenItWas() {
        ScriptedAnswers answers = new ScriptedAnswers();
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'parallel', mode: 'any', branches: {a: [{name: 'ca', service: 's.f'}], b: [{name: 'cb', service: 's.f'}]}}",
                        "{service: 's.f'}")
                .service("{}");
        bench.start(plan.build(), event("{}"), DEBUG);
        bench.scheduler.pass(Duration.ofMillis(200));
        answers.waiting.get(1).complete(Map.of());
        bench.scheduler.pass(Duration.ofMillis(100));
        answers.waiting.get(2).complete(Map.of());
        Map<String, List<Map<String, Object>>> branches =
                branches(bench.outcomes.get(0).history().get(0));
        assertThat(branches.get("a").get(0))
                .containsEntry("duration", 200.0)
                .containsEntry("attempts", 1)
                .doesNotContainKey("after");
        assertThat(branches.get("b").get(0)).containsEntry("duration", 200.0).containsKey("after");
    }

    @Test
    void hidesWhatMustNotBeSeen() {
        bench.secrets.add("hunter22");
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'map', items: [1], components: [{transform: {h: {Cookie: 'c', x: 'hunter22'}}}]}");
        assertThat(JsonWriter.write(history(plan, "{}")))
                .contains("\"Cookie\":\"***\",\"x\":\"***\"")
                .doesNotContain("hunter22");
    }

    @Test
    void hidesOnceWhatAllItemsHold() {
        List<Object> held = new ArrayList<>(Collections.nCopies(5_000, Map.of("Cookie", "c")));
        ScriptedPlan plan =
                ScriptedPlan.of("{type: 'map', items: '{% l %}', max_items: 5000, components: [{type: 'tbd'}]}");
        bench.start(plan.build(), Map.of("l", held), DEBUG);
        List<List<Map<String, Object>>> items =
                items(bench.outcomes.getFirst().history().getFirst());
        assertThat(items).hasSize(5_000);
        Object first = ((Map<String, Object>) items.getFirst().getFirst().get("before")).get("l");
        Object last = ((Map<String, Object>) items.getLast().getLast().get("after")).get("l");
        assertThat(last).isSameAs(first);
        assertThat((List<Object>) first).hasSize(5_000).containsOnly(Map.of("Cookie", "***"));
    }

    @Test
    void everyTurnOfALoopHasItsOwn() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'parallel', name: 'p', branches: {a: [{name: 's', transform: {x: '{% x + 1 %}'}}]}}",
                "{type: 'goto', name: 'g', to: 0, condition: '{% x < 3 %}'}");
        List<Map<String, Object>> history = history(plan, "{x: 0}");
        assertThat(names(history)).containsExactly("p", "g", "p", "g", "p", "g");
        for (int i = 0; i < 3; i++) {
            assertThat(branches(history.get(2 * i)).get("a").get(0)).containsEntry("after", Map.of("x", i + 1));
        }
    }

    @Test
    void tellsNoMoreThanAnAnswerCanHold() {
        String many = IntStream.range(0, 1_000).boxed().toList().toString();
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'map', name: 'm', items: " + many + ", components: ["
                                + "{type: 'goto-point', name: 'gp'}, {transform: {n: '{% $exists(n) ? n + 1 : 1 %}'}}, {type: 'goto', to: 0, condition: '{% n < 50 %}'}]}",
                        "{type: 'tbd', name: 'last'}")
                .limits(new Limits(Duration.ofMinutes(1), 1, 1_000_000, 1_000_000, 10));
        List<Map<String, Object>> history = history(plan, "{}");
        assertThat(names(history)).containsExactly("m", "last");
        List<List<Map<String, Object>>> items = items(history.get(0));
        long entries = items.stream().mapToLong(List::size).sum();
        assertThat(entries).isBetween(BranchRoom.WHOLE - 1_000L, BranchRoom.WHOLE + 1L);
        assertThat(items.get(0))
                .hasSize(150)
                .noneSatisfy(entry -> assertThat(entry).containsKey("left_out"));
        int whole = items.size() - 2;
        assertThat(items.get(whole).getLast().get("left_out"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LONG)
                .isPositive();
        assertThat(items.getLast()).isEqualTo(List.of(Map.of("left_out", 1_000 - whole - 1)));
    }

    @Test
    void areTheSameHoweverOftenSomebodyLooks() {
        Outcome outcome =
                bench.run(ScriptedPlan.of("{type: 'map', items: [1], components: [{type: 'tbd'}]}"), "{}", DEBUG);
        assertThat(outcome.history()).isEqualTo(List.copyOf(outcome.history()));
    }
}
