package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code branches}: lists of components, each under a name. */
final class BranchesReader {
    private static final String BRANCHES = "branches";

    private final ComponentReader components;
    private final Findings findings;

    BranchesReader(ComponentReader components, Findings findings) {
        this.components = components;
        this.findings = findings;
    }

    Map<String, List<ComponentDefinition>> read(Fields component) {
        Map<String, List<ComponentDefinition>> branches = new LinkedHashMap<>();
        ObjectNode json = component.object(BRANCHES);
        if (json != null) {
            String pointer = component.pointer(BRANCHES);
            json.properties().forEach(branch -> branches.put(branch.getKey(), branch(branch, pointer)));
        }
        return branches;
    }

    private List<ComponentDefinition> branch(Map.Entry<String, JsonNode> branch, String parent) {
        String pointer = Pointers.member(parent, branch.getKey());
        if (Delimiters.in(branch.getKey())) {
            findings.warning(
                    ProblemCode.PARTIAL_EXPRESSION,
                    pointer,
                    "the name of a branch is literal, it is never evaluated",
                    null);
        }
        if (branch.getValue() instanceof ArrayNode list) {
            return components.list(list, pointer);
        }
        findings.problem(
                ProblemCode.WRONG_TYPE,
                pointer,
                "a branch is a list of components, not " + Shown.type(branch.getValue()));
        return List.of();
    }
}
