package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the components of one pipeline, those in branches too. A component that cannot be told by its type is left out. */
final class ComponentReader {
    private final Findings findings;

    ComponentReader(Findings findings) {
        this.findings = findings;
    }

    List<ComponentDefinition> list(ArrayNode json, String pointer) {
        List<ComponentDefinition> components = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            ComponentDefinition component = component(json.get(i), Pointers.element(pointer, i));
            if (component != null) {
                components.add(component);
            }
        }
        return components;
    }

    private @Nullable ComponentDefinition component(JsonNode json, String pointer) {
        if (!(json instanceof ObjectNode object)) {
            findings.problem(ProblemCode.WRONG_TYPE, pointer, "a component is an object, not " + Shown.type(json));
            return null;
        }
        Fields fields = new Fields(object, pointer, findings);
        fields.require("type");
        String type = fields.text("type");
        if (type == null) {
            return null;
        }
        ComponentDefinition component = ofType(type, fields);
        if (component == null) {
            ComponentTypes.report(type, fields.pointer("type"), findings);
            return null;
        }
        fields.ignore("count", "components are not processes here, each event runs by itself");
        fields.end(later(component));
        return component;
    }

    private static NotYet later(ComponentDefinition component) {
        return switch (component) {
            case StageDefinition it -> NotYet.STAGE;
            case ComposerDefinition it -> NotYet.CATCHING;
            case PlugDefinition it -> NotYet.CATCHING;
            case SwitchDefinition it -> NotYet.NOTHING;
            case ParallelDefinition it -> NotYet.NOTHING;
            case MapDefinition it -> NotYet.NOTHING;
            case RaiseDefinition it -> NotYet.NOTHING;
            case GotoPointDefinition it -> NotYet.NOTHING;
            case GotoDefinition it -> NotYet.NOTHING;
            case DoneDefinition it -> NotYet.NOTHING;
            case DeadEndDefinition it -> NotYet.NOTHING;
            case TbdDefinition it -> NotYet.NOTHING;
        };
    }

    private @Nullable ComponentDefinition ofType(String type, Fields fields) {
        if (!ComponentTypes.ALL.contains(type)) {
            return null;
        }
        Origin origin = origin(fields);
        return switch (type) {
            case StageDefinition.TYPE -> stage(origin, fields);
            case SwitchDefinition.TYPE -> switchOf(origin, fields);
            case ComposerDefinition.TYPE -> new ComposerReader(findings).read(origin, fields);
            case PlugDefinition.TYPE -> plug(origin, fields);
            case GotoPointDefinition.TYPE -> {
                fields.require("name");
                yield new GotoPointDefinition(origin);
            }
            case GotoDefinition.TYPE -> {
                fields.require("to");
                yield new GotoDefinition(origin, fields.name("to"), fields.any("condition"));
            }
            case DoneDefinition.TYPE -> new DoneDefinition(origin, fields.any("condition"));
            case DeadEndDefinition.TYPE -> new DeadEndDefinition(origin);
            case TbdDefinition.TYPE -> new TbdDefinition(origin);
            default -> throw new IllegalStateException("a type that is not read: " + type);
        };
    }

    private Origin origin(Fields fields) {
        List<HelperReference> helpers = HelperReferences.read(fields, findings);
        String name = fields.text("name");
        if (name != null && (!Names.isLocal(name) || Delimiters.in(name))) {
            findings.problem(
                    ProblemCode.BAD_NAME,
                    fields.pointer("name"),
                    "a component's name has 1 to 128 characters, no control characters, and no expression in it");
            return new Origin(null, fields.pointer(), helpers);
        }
        return new Origin(name, fields.pointer(), helpers);
    }

    private StageDefinition stage(Origin origin, Fields fields) {
        return new StageDefinition(
                origin,
                fields.any("condition"),
                fields.any("prepare"),
                FunctionReferences.read(fields, findings),
                fields.any("transform"),
                remove(fields),
                fields.duration("timeout"),
                null,
                List.of(),
                null);
    }

    private List<String> remove(Fields stage) {
        ArrayNode json = stage.list("remove");
        List<String> keys = new ArrayList<>();
        for (int i = 0; json != null && i < json.size(); i++) {
            String pointer = Pointers.element(stage.pointer("remove"), i);
            if (!json.get(i).isTextual()) {
                findings.problem(ProblemCode.WRONG_TYPE, pointer, "a key is a string, not " + Shown.type(json.get(i)));
            } else if (Delimiters.in(json.get(i).textValue())) {
                findings.problem(
                        ProblemCode.BAD_VALUE, pointer, "a key to remove is literal: no expression can stand here");
            } else {
                keys.add(json.get(i).textValue());
            }
        }
        return keys;
    }

    private static PlugDefinition plug(Origin origin, Fields fields) {
        fields.require("pipeline");
        return new PlugDefinition(
                origin,
                fields.any("condition"),
                fields.name("pipeline"),
                fields.any("prepare"),
                fields.any("transform"),
                fields.duration("timeout"),
                List.of());
    }

    private SwitchDefinition switchOf(Origin origin, Fields fields) {
        fields.require("condition", "branches");
        Map<String, List<ComponentDefinition>> branches = new LinkedHashMap<>();
        ObjectNode json = fields.object("branches");
        if (json != null) {
            json.properties().forEach(branch -> branches.put(branch.getKey(), branch(branch, fields)));
        }
        return new SwitchDefinition(origin, fields.any("condition"), fields.any("prepare"), branches);
    }

    private List<ComponentDefinition> branch(Map.Entry<String, JsonNode> branch, Fields aSwitch) {
        String pointer = Pointers.member(aSwitch.pointer("branches"), branch.getKey());
        if (Delimiters.in(branch.getKey())) {
            findings.warning(
                    ProblemCode.PARTIAL_EXPRESSION,
                    pointer,
                    "the name of a branch is literal, it is never evaluated",
                    null);
        }
        if (branch.getValue() instanceof ArrayNode components) {
            return list(components, pointer);
        }
        findings.problem(
                ProblemCode.WRONG_TYPE,
                pointer,
                "a branch is a list of components, not " + Shown.type(branch.getValue()));
        return List.of();
    }
}
