package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Plan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the schemas of one plan are called in the document.
 *
 * @param input of the events that enter
 * @param output of the events that come out
 */
record PlanSchemas(String input, String output) {

    /** The fixed part has this one; no name of a pipeline's schema is without a dot. */
    private static final String ANY = "Event";

    /** Names them, and puts those that the plan has among the others. */
    static PlanSchemas of(Plan plan, Map<String, JsonNode> schemas) {
        return new PlanSchemas(
                put("input." + plan.pipeline(), plan.input(), schemas),
                put("output." + plan.pipeline(), plan.output(), schemas));
    }

    private static String put(String name, @Nullable JsonNode schema, Map<String, JsonNode> schemas) {
        if (schema == null) {
            return ANY;
        }
        schemas.put(name, MovedSchema.of(schema, home(name)));
        return name;
    }

    private static String home(String name) {
        return "#/components/schemas/" + name;
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", home(name));
    }
}
