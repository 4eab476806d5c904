package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Plan;
import java.util.Set;

/** Describes the call of a pipeline by one of its triggers. */
final class TriggerOperation {

    /** Their requests usually have no body, so the event is an empty object. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    private final Plan plan;
    private final PlanSchemas schemas;

    TriggerOperation(Plan plan, PlanSchemas schemas) {
        this.plan = plan;
        this.schemas = schemas;
    }

    /**
     * The operation, without the parameters of its path.
     *
     * @param index of the trigger in its plan
     */
    ObjectNode describe(HttpTrigger trigger, int index) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", index == 0 ? plan.pipeline() : plan.pipeline() + "." + (index + 1));
        operation.putArray("tags").add("Triggers");
        operation.put("summary", "Runs the pipeline " + plan.pipeline());
        if (plan.description() != null) {
            operation.put("description", plan.description());
        }
        boolean body = !WITHOUT_BODY.contains(trigger.method());
        ArrayNode parameters = operation.putArray("parameters");
        parameters.addObject().put("$ref", "#/components/parameters/RequestTimeout");
        if (body) {
            parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
            operation.set("requestBody", body());
        }
        operation.set("responses", new TriggerResponses(plan, schemas).describe(trigger));
        return operation;
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("description", "The event. A list of events is taken too, and answered by a list, with status 200.");
        body.putObject("content").putObject("application/json").set("schema", PlanSchemas.reference(schemas.input()));
        JsonNode input = plan.input();
        boolean required = input != null && !input.path("required").isEmpty();
        return body.put("required", required);
    }
}
