package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.function.http.openapi.ProblemResponses;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes how the call of a pipeline by one of its triggers is answered. */
final class TriggerResponses {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String JSON = "application/json";
    private static final String SUCCESS = "200";
    private static final String NO_RESULT = "204";
    private static final Set<String> EMPTY = Set.of(NO_RESULT, "205", "304");

    /** Statuses of the problems that any run can end with. */
    private static final List<Integer> PROBLEMS = List.of(400, 409, 413, 415, 422, 500, 502, 503, 504);

    private final Plan plan;
    private final PlanSchemas schemas;

    TriggerResponses(Plan plan, PlanSchemas schemas) {
        this.plan = plan;
        this.schemas = schemas;
    }

    ObjectNode describe(HttpTrigger trigger) {
        ObjectNode responses = NODES.objectNode();
        String status = status(trigger.status());
        if (plan.multiplies() && !status.equals(SUCCESS)) {
            responses.set(SUCCESS, response("The events that came out.", JSON, events()));
        }
        responses.set(status, result(trigger, status));
        if (plan.mayEndWithout() && !status.equals(NO_RESULT)) {
            responses.putObject(NO_RESULT).put("description", "No event came out.");
        }
        for (int problem : PROBLEMS) {
            if (!status.equals(Integer.toString(problem))) {
                responses.set(Integer.toString(problem), ProblemResponses.reference(problem));
            }
        }
        responses.set("default", ProblemResponses.reference());
        return responses;
    }

    /** The status, or the class of statuses where only a run knows it. */
    private static String status(@Nullable JsonNode template) {
        if (template == null) {
            return SUCCESS;
        }
        return template.isInt() ? Integer.toString(template.intValue()) : "2XX";
    }

    private ObjectNode result(HttpTrigger trigger, String status) {
        ObjectNode headers = NODES.objectNode();
        String type = JSON;
        for (Map.Entry<String, JsonNode> header : written(trigger.responseHeaders())) {
            if (!header.getKey().equalsIgnoreCase("content-type")) {
                headers.putObject(header.getKey()).putObject("schema").put("type", "string");
            } else if (header.getValue().isTextual() && !TemplateSchema.isExpression(header.getValue())) {
                type = header.getValue().textValue();
            }
        }
        boolean body = !EMPTY.contains(status) && !trigger.method().equals("HEAD");
        ObjectNode response = response("The event that came out.", type, body ? body(trigger, status) : null);
        if (!headers.isEmpty()) {
            response.set("headers", headers);
        }
        return response;
    }

    private static Set<Map.Entry<String, JsonNode>> written(@Nullable JsonNode headers) {
        return headers == null ? Set.of() : headers.properties();
    }

    private ObjectNode body(HttpTrigger trigger, String status) {
        JsonNode template = trigger.body();
        ObjectNode one = template == null ? PlanSchemas.reference(schemas.output()) : TemplateSchema.of(template);
        if (!plan.multiplies() || !status.equals(SUCCESS)) {
            return one;
        }
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(one).add(events());
        return either;
    }

    private ObjectNode events() {
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", PlanSchemas.reference(schemas.output()));
        return list;
    }

    private static ObjectNode response(String description, String type, @Nullable ObjectNode schema) {
        ObjectNode response = NODES.objectNode().put("description", description);
        if (schema != null) {
            response.putObject("content").putObject(type).set("schema", schema);
        }
        return response;
    }
}
