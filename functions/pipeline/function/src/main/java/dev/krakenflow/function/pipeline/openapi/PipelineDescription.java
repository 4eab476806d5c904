package dev.krakenflow.function.pipeline.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the document says of one pipeline. Immutable by contract: nobody changes the nodes.
 *
 * @param operations one for each trigger
 * @param schemas what the operations refer to, by their names among the schemas of the document
 * @param size how many bytes of JSON that is, about
 */
record PipelineDescription(List<Operation> operations, Map<String, JsonNode> schemas, int size) {

    /**
     * An operation at the address of a trigger.
     *
     * @param path of the trigger
     * @param method in lower case
     * @param json without the parameters of the path
     */
    record Operation(String path, String method, ObjectNode json) {}

    PipelineDescription {
        operations = List.copyOf(operations);
        schemas = Map.copyOf(schemas);
        requireNonNull(operations);
    }

    static PipelineDescription of(Plan plan) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        PlanSchemas names = PlanSchemas.of(plan, schemas);
        List<Operation> operations = new ArrayList<>();
        int size = schemas.values().stream().mapToInt(PipelineDescription::size).sum();
        for (HttpTrigger trigger : plan.triggers()) {
            ObjectNode json = new TriggerOperation(plan, names).describe(trigger, operations.size());
            operations.add(new Operation(trigger.path(), trigger.method().toLowerCase(java.util.Locale.ROOT), json));
            size += size(json);
        }
        return new PipelineDescription(operations, schemas, size);
    }

    private static int size(JsonNode node) {
        return node.toString().length();
    }
}
