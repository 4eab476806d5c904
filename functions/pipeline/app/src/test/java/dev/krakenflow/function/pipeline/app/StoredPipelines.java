package dev.krakenflow.function.pipeline.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts pipelines into a store, as the admin function would. */
record StoredPipelines(DefinitionStore store) {

    /** A pipeline whose one stage adds {@code y}, twice {@code x}; three events at most in one call. */
    void doubling(String name, boolean started) {
        ObjectNode transform = JsonNodeFactory.instance.objectNode().put("y", "{% x * 2 %}");
        Place place = new Place("twice", "/components/0");
        put(name, started, new Stage(place, Program.END, null, null, null, transform, List.of(), null));
    }

    /** A pipeline in which every event ends. */
    void ending(String name) {
        put(name, true, new DeadEnd(new Place("end", "/components/0"), Program.END));
    }

    /** A pipeline that is called at addresses; its one stage adds {@code t}, the whole trigger. */
    void triggered(String name, boolean started, HttpTrigger... triggers) {
        ObjectNode transform = JsonNodeFactory.instance.objectNode().put("t", "{% $context.trigger %}");
        Place place = new Place("tell", "/components/0");
        put(
                name,
                started,
                List.of(triggers),
                new Stage(place, Program.END, null, null, null, transform, List.of(), null));
    }

    /** The table of routes. */
    void routes(Map<String, String> table) {
        ObjectNode routes = JsonNodeFactory.instance.objectNode();
        table.forEach(routes::put);
        commit(new Change.Put(RecordKey.ROUTES, routes, true, 1, Set.of()), Map.of());
    }

    private void put(String name, boolean started, Component component) {
        put(name, started, List.of(), component);
    }

    private void put(String name, boolean started, List<HttpTrigger> triggers, Component component) {
        Limits limits = new Limits(Duration.ofSeconds(5), 2, 100, 1_000, 3);
        Program program = new Program(List.of(component));
        Plan plan = new Plan(name, program, null, null, limits, triggers, Map.of(), Map.of(), Map.of());
        Set<RecordKey> uses = triggers.stream()
                .map(trigger -> RecordKey.trigger(trigger.shape()))
                .collect(Collectors.toSet());
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        commit(new Change.Put(RecordKey.pipeline(name), definition, started, 1, uses), Map.of(name, plan));
    }

    private void commit(Change.Put put, Map<String, Plan> plans) {
        store.commit(new Change(Map.of(), Map.of(), List.of(put), List.of(), plans))
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
