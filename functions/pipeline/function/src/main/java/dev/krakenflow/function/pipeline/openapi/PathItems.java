package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.function.http.openapi.OpenApiDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts operations under the paths of a document. Paths that differ in nothing but the names of parameters are one path
 * there, under the names that came first. Not thread-safe.
 */
final class PathItems {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^/]*)}");
    private static final String ID = "operationId";

    private final OpenApiDocument document;
    private final Map<String, String> paths = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    PathItems(OpenApiDocument document) {
        this.document = document;
        this.ids.addAll(document.operationIds());
    }

    void add(PipelineDescription.Operation operation) {
        String shape = PARAMETER.matcher(operation.path()).replaceAll("{}");
        ObjectNode item = document.path(paths.computeIfAbsent(shape, key -> operation.path()));
        if (item.isEmpty()) {
            parameters(item, operation.path());
        }
        ObjectNode json = operation.json().deepCopy();
        item.set(operation.method(), json.put(ID, free(json.path(ID).textValue())));
    }

    private static void parameters(ObjectNode item, String path) {
        Matcher matcher = PARAMETER.matcher(path);
        while (matcher.find()) {
            ArrayNode parameters = item.withArrayProperty("parameters");
            ObjectNode parameter = parameters.addObject().put("name", matcher.group(1));
            parameter
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
    }

    private String free(String wanted) {
        String id = wanted;
        while (!ids.add(id)) {
            id += "_";
        }
        return id;
    }
}
