package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the table of routes. */
final class RoutesReader {
    private final Findings findings;

    RoutesReader(Findings findings) {
        this.findings = findings;
    }

    Routes read(ObjectNode json) {
        Map<String, String> pipelines = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> route : json.properties()) {
            String pointer = Pointers.member("", route.getKey());
            JsonNode pipeline = route.getValue();
            if (!pipeline.isTextual()) {
                findings.problem(
                        ProblemCode.WRONG_TYPE,
                        pointer,
                        "a route leads to a pipeline, named by a string, not " + Shown.type(pipeline));
            } else if (!Names.isDefined(pipeline.textValue())) {
                findings.problem(ProblemCode.BAD_NAME, pointer, "no pipeline can have this name");
            } else {
                pipelines.put(route.getKey(), pipeline.textValue());
            }
        }
        return new Routes(pipelines);
    }
}
