package dev.krakenflow.function.pipeline.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A part of a schema in which references that begin with {@code #} mean the same: the whole, or what an {@code $id} begins
 * (JSON Schema 2020-12, core, section 8.2).
 *
 * @param root JSON pointer of it, as in a reference
 * @param anchors name → JSON pointer, as in a reference
 */
record SchemaResource(String root, Map<String, String> anchors) {

    static final String ID = "$id";

    /** The values of these keywords are data or names, not schemas. */
    static final Set<String> DATA = Set.of("enum", "const", "default", "examples", "example", "required");

    /** The keys of these keywords are names, whatever they look like. */
    static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    private static final Set<String> ANCHORS = Set.of("$anchor", "$dynamicAnchor");

    SchemaResource {
        anchors = Map.copyOf(anchors);
    }

    /** The resource that begins with a schema. */
    static SchemaResource of(JsonNode schema, String pointer) {
        Map<String, String> anchors = new HashMap<>();
        collect(schema, pointer, anchors);
        return new SchemaResource(pointer, anchors);
    }

    /** The pointer to a member, as in a reference. */
    static String member(String pointer, String key) {
        String encoded = URLEncoder.encode(key, StandardCharsets.UTF_8);
        return pointer + "/"
                + encoded.replace("%7E", "~0")
                        .replace("%2F", "~1")
                        .replace("%24", "$")
                        .replace("+", "%20");
    }

    /** Where a reference leads, as a pointer from the beginning of the whole schema. */
    String pointer(String reference) {
        String fragment = reference.startsWith("#") ? reference.substring(1) : "";
        return fragment.startsWith("/") ? root + fragment : anchors.getOrDefault(fragment, root);
    }

    private static void collect(JsonNode schema, String pointer, Map<String, String> anchors) {
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            inner(schema.get(i), pointer + "/" + i, anchors);
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            String key = keyword.getKey();
            JsonNode value = keyword.getValue();
            String place = member(pointer, key);
            if (ANCHORS.contains(key) && value.isTextual()) {
                anchors.putIfAbsent(value.textValue(), pointer);
            } else if (NAMED.contains(key)) {
                value.properties().forEach(it -> inner(it.getValue(), member(place, it.getKey()), anchors));
            } else if (!DATA.contains(key)) {
                inner(value, place, anchors);
            }
        }
    }

    /** What has an identifier is a resource of its own. */
    private static void inner(JsonNode schema, String pointer, Map<String, String> anchors) {
        if (!schema.has(ID)) {
            collect(schema, pointer, anchors);
        }
    }
}
