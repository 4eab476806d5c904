package dev.krakenflow.function.pipeline.app;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.function.pipeline.PlanCache;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts pipelines into a store, as the admin function would; what was put is live at once. */
record StoredPipelines(DefinitionStore store) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Limits LIMITS = new Limits(PATIENCE, 2, 100, 1_000, 3);

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

    /** A pipeline that adds its event's id, one for every run, and knows an event again by {@code key}. */
    void identifying(String name, @Nullable String key, HttpTrigger... triggers) {
        ObjectNode transform = JsonNodeFactory.instance.objectNode().put("id", "{% $context.event_id %}");
        Place place = new Place("identify", "/components/0");
        Stage stage = new Stage(place, Program.END, null, null, null, transform, List.of(), null);
        put(name, true, List.of(triggers), key, Map.of(), LIMITS, stage);
    }

    /** A pipeline that raises a failure with a status. */
    void raising(String name, int status) {
        Place place = new Place("refuse", "/components/0");
        put(
                name,
                true,
                new Raise(place, Program.END, null, TextNode.valueOf("sold-out"), IntNode.valueOf(status), null));
    }

    /** A pipeline that waits for what a server answers. */
    void waiting(String name, String server) {
        ObjectNode start = JsonNodeFactory.instance.objectNode().put("base_url", server);
        ObjectNode prepare = JsonNodeFactory.instance.objectNode().put("path", "/");
        ServiceFunction get = new ServiceFunction(
                null, prepare, JsonNodeFactory.instance.objectNode(), null, null, null, Duration.ofSeconds(60));
        Service service = new Service("server", Service.State.STARTED, "http", start, Map.of("get", get));
        FunctionCall call = new FunctionCall("server", "get");
        Place place = new Place("wait", "/components/0");
        Stage stage = new Stage(place, Program.END, null, null, call, null, List.of(), null);
        Limits patient = new Limits(Duration.ofMinutes(1), 2, 100, 1_000, 3);
        put(name, true, List.of(), null, Map.of("server", service), patient, stage);
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
        put(name, started, triggers, null, Map.of(), LIMITS, component);
    }

    private void put(
            String name,
            boolean started,
            List<HttpTrigger> triggers,
            @Nullable String key,
            Map<String, Service> services,
            Limits limits,
            Component component) {
        Program program = new Program(List.of(component));
        Idempotency idempotency =
                key == null ? null : new Idempotency(TextNode.valueOf(key), Duration.ofMinutes(1), List.of());
        Plan plan = new Plan(
                name, program, null, null, limits, triggers, services, Map.of(), Map.of(), Handlers.NONE, idempotency);
        Set<RecordKey> uses = triggers.stream()
                .map(trigger -> RecordKey.trigger(trigger.shape()))
                .collect(Collectors.toSet());
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        commit(new Change.Put(RecordKey.pipeline(name), definition, started, 1, uses), Map.of(name, plan));
    }

    private void commit(Change.Put put, Map<String, Plan> plans) {
        store.commit(new Change(Map.of(), Map.of(), List.of(put), List.of(), plans))
                .chain(() -> Arc.container().instance(PlanCache.class).get().refresh(plans.keySet(), true))
                .await()
                .atMost(PATIENCE);
    }
}
