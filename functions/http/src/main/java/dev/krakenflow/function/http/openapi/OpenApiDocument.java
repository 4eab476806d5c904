package dev.krakenflow.function.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.function.http.Surface;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An OpenAPI document on its way: what was written by hand, and what is added to it. Whatever stands in {@code paths} must
 * be served; each operation is given the answers that all have. Not thread-safe.
 */
public final class OpenApiDocument {

    private static final String PATHS = "paths";
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    private final ObjectNode root;

    /**
     * Begins a document.
     *
     * @param version of what serves it
     */
    public OpenApiDocument(WrittenDocument written, String version) {
        this.root = written.copy();
        root.withObjectProperty("info").put("version", version);
        ProblemResponses.addTo(components("responses"));
    }

    /** Forgets what was written about endpoints that these surfaces do not serve. */
    public void keepOnly(Collection<Surface> surfaces) {
        Set<String> served = new HashSet<>();
        for (Surface surface : surfaces) {
            surface.endpoints().forEach(it -> served.add(operation(it.method(), it.path())));
            surface.functions().forEach(name -> served.add(operation("POST", "/" + name)));
        }
        for (Map.Entry<String, JsonNode> path : paths().properties()) {
            ((ObjectNode) path.getValue())
                    .properties()
                    .removeIf(it -> !served.contains(operation(it.getKey(), path.getKey())));
        }
        paths().removeIf(JsonNode::isEmpty);
    }

    private static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    /** The item of a path; an empty one if there is none yet. */
    public ObjectNode path(String path) {
        return paths().withObjectProperty(path);
    }

    /** The ids of all operations so far. */
    public Set<String> operationIds() {
        return Set.copyOf(paths().findValuesAsText("operationId"));
    }

    /** What the document keeps to refer to: {@code schemas}, {@code responses}, … */
    public ObjectNode components(String kind) {
        return root.withObjectProperty("components").withObjectProperty(kind);
    }

    /** Adds a paragraph to what the document says of itself. */
    public void remark(String text) {
        ObjectNode info = root.withObjectProperty("info");
        info.put("description", info.path("description").asText().strip() + "\n\n" + text);
    }

    /** Every operation needs a bearer token. */
    public void secure() {
        components("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
        root.putArray("security").addObject().putArray("token");
        for (JsonNode path : paths()) {
            path.properties().stream()
                    .filter(it -> METHODS.contains(it.getKey()))
                    .forEach(it -> ((ObjectNode) it.getValue())
                            .withObjectProperty("responses")
                            .set("401", ProblemResponses.reference(401)));
        }
    }

    /** The whole, as it will be answered. The document is not to be changed any more. */
    public RenderedDocument render() {
        return new RenderedDocument(root);
    }

    private ObjectNode paths() {
        return root.withObjectProperty(PATHS);
    }
}
