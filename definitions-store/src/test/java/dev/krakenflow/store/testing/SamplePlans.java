package dev.krakenflow.store.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions and plans that carry a mark, so that a test can tell which of them it got. */
public final class SamplePlans {

    private SamplePlans() {}

    /** A definition with a mark. */
    public static ObjectNode definition(String name, String mark) {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("mark", mark);
    }

    /** A plan of one stage, with a mark. */
    public static Plan plan(String pipeline, String mark) {
        Component stage = new Stage(
                new Place("mark", "/components/0"), Program.END, null, null, null, text(mark), List.of(), null);
        return new Plan(pipeline, new Program(List.of(stage)), null, null, Limits.DEFAULT, Map.of());
    }

    /** A plan with a mark that was linked with these versions of services. */
    public static Plan plan(String pipeline, String mark, Map<String, Long> versions) {
        Map<String, Service> services = new LinkedHashMap<>();
        versions.forEach((service, version) -> {
            ObjectNode start = JsonNodeFactory.instance.objectNode().put("version", Math.toIntExact(version));
            services.put(service, new Service(service, Service.State.STARTED, "lambda", start, Map.of()));
        });
        return new Plan(pipeline, plan(pipeline, mark).program(), null, null, Limits.DEFAULT, services);
    }

    /** The mark of a plan. */
    public static String mark(Plan plan) {
        JsonNode transform = ((Stage) plan.program().components().get(0)).transform();
        return transform.textValue();
    }

    /** The versions of the services that a plan was linked with. */
    public static Map<String, Long> versions(Plan plan) {
        Map<String, Long> versions = new LinkedHashMap<>();
        plan.services()
                .forEach((name, service) ->
                        versions.put(name, service.start().path("version").longValue()));
        return versions;
    }

    private static JsonNode text(String mark) {
        return TextNode.valueOf(mark);
    }
}
