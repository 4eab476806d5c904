package dev.krakenflow.schema;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds references that leave the schema, dialects that are not 2020-12, and nesting without end. */
final class SchemaReferences {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final int MAX_DEPTH = 100;
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef");
    private static final Set<String> ANCHORS = Set.of("$anchor", "$dynamicAnchor");
    /** Their values are data or names, not schemas. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "examples", "required");
    /** Their keys are names, whatever they look like. */
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    private final JsonNode root;
    private final List<SchemaFinding> findings;

    SchemaReferences(JsonNode root, List<SchemaFinding> findings) {
        this.root = root;
        this.findings = findings;
    }

    void check(JsonNode schema, String pointer, int depth) {
        if (depth > MAX_DEPTH) {
            findings.add(new SchemaFinding(pointer, "is nested too deeply: at most " + MAX_DEPTH + " levels"));
            return;
        }
        if (schema.isArray()) {
            for (int i = 0; i < schema.size(); i++) {
                check(schema.get(i), pointer + "/" + i, depth + 1);
            }
        }
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            keyword(keyword.getKey(), keyword.getValue(), pointer + "/" + escaped(keyword.getKey()), depth);
        }
    }

    private void keyword(String key, JsonNode value, String pointer, int depth) {
        if (REFERENCES.contains(key) && value.isTextual()) {
            reference(value.textValue(), pointer);
        } else if (key.equals("$schema") && value.isTextual() && !dialect(value.textValue())) {
            findings.add(new SchemaFinding(pointer, "is another dialect; schemas are JSON Schema 2020-12: " + DIALECT));
        } else if (NAMED.contains(key)) {
            value.properties().forEach(it -> check(it.getValue(), pointer + "/" + escaped(it.getKey()), depth + 2));
        } else if (!DATA.contains(key)) {
            check(value, pointer, depth + 1);
        }
    }

    private void reference(String reference, String pointer) {
        if (!reference.startsWith("#")) {
            findings.add(new SchemaFinding(
                    pointer, "refers to another document; only references inside the schema (#…) are followed"));
        } else if (leadsNowhere(reference.substring(1))) {
            findings.add(new SchemaFinding(pointer, "refers to a part of the schema that is not there"));
        }
    }

    /** Only what can be told at a glance: identifiers and encoded references are left to the library. */
    private boolean leadsNowhere(String fragment) {
        if (fragment.isEmpty() || fragment.indexOf('%') >= 0 || root.findValue("$id") != null) {
            return false;
        }
        if (fragment.startsWith("/")) {
            return root.at(JsonPointer.compile(fragment)).isMissingNode();
        }
        return ANCHORS.stream()
                .noneMatch(anchor -> root.findValuesAsText(anchor).contains(fragment));
    }

    private static boolean dialect(String uri) {
        return uri.equals(DIALECT) || uri.equals(DIALECT + "#");
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
