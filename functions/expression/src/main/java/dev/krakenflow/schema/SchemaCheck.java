package dev.krakenflow.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks schemas: what our rules say first, then the schema of schemas, then whether it can be compiled. */
final class SchemaCheck {

    private static final Schema SCHEMA_OF_SCHEMAS = NetworkntSchema.ofDialect(SchemaReferences.DIALECT);

    private SchemaCheck() {}

    static List<SchemaFinding> check(JsonNode schema) {
        List<SchemaFinding> findings = new ArrayList<>();
        new SchemaReferences(schema, findings).check(schema, "", 0);
        if (findings.isEmpty()) {
            findings.addAll(firstOfEachPlace(((NetworkntSchema) SCHEMA_OF_SCHEMAS).findings(schema)));
        }
        if (findings.isEmpty()) {
            try {
                NetworkntSchema.compile(schema);
            } catch (IllegalArgumentException e) {
                findings.add(new SchemaFinding("", String.valueOf(e.getMessage())));
            }
        }
        return findings;
    }

    /** The schema of schemas says the same thing of the same place once for each of its vocabularies. */
    private static List<SchemaFinding> firstOfEachPlace(List<SchemaFinding> findings) {
        Map<String, SchemaFinding> byPlace = new LinkedHashMap<>();
        findings.forEach(finding -> byPlace.putIfAbsent(finding.pointer(), finding));
        return List.copyOf(byPlace.values());
    }
}
