package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one helper library. Whether its functions are functions is the compiler's to know. */
final class HelperReader {
    private final Findings findings;

    HelperReader(Findings findings) {
        this.findings = findings;
    }

    HelperDefinition read(ObjectNode json) {
        Fields fields = new Fields(json, "", findings);
        String name = Names.ofDefinition(fields, findings);
        fields.text("description");
        fields.require("functions");
        Map<String, JsonNode> functions = new LinkedHashMap<>();
        ObjectNode written = fields.object("functions");
        if (written != null) {
            written.properties().forEach(function -> functions.put(function.getKey(), function.getValue()));
        }
        fields.end();
        return new HelperDefinition(name, functions);
    }
}
