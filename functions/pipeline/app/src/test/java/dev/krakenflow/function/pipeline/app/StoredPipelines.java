package dev.krakenflow.function.pipeline.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
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

    private void put(String name, boolean started, Component component) {
        Limits limits = new Limits(Duration.ofSeconds(5), 2, 100, 1_000, 3);
        Plan plan = new Plan(name, new Program(List.of(component)), null, null, limits, Map.of());
        RecordKey key = RecordKey.pipeline(name);
        Change.Put put = new Change.Put(key, JsonNodeFactory.instance.objectNode(), started, 1, Set.of());
        store.commit(new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of(name, plan)))
                .await()
                .atMost(Duration.ofSeconds(5));
    }
}
