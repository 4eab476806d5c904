package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the components of one pipeline, those inside of others too. A component that cannot be told by its type is left out. */
final class ComponentReader {
    private final Findings findings;
    private final CatchReader catches;
    private final BranchesReader branches;
    private final FanOutReader fanOuts;

    ComponentReader(Findings findings) {
        this.findings = findings;
        this.catches = new CatchReader(this, findings);
        this.branches = new BranchesReader(this, findings);
        this.fanOuts = new FanOutReader(this, branches, catches, findings);
    }

    /** The components in a member of an object; null when it is not there, or no list. */
    @Nullable List<ComponentDefinition> list(Fields fields, String key) {
        ArrayNode json = fields.list(key);
        return json == null ? null : list(json, fields.pointer(key));
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
        fields.end();
        return component;
    }

    private @Nullable ComponentDefinition ofType(String type, Fields fields) {
        if (!ComponentTypes.ALL.contains(type)) {
            return null;
        }
        Origin origin = origin(fields);
        return switch (type) {
            case StageDefinition.TYPE -> new StageReader(catches, findings).read(origin, fields);
            case SwitchDefinition.TYPE -> switchOf(origin, fields);
            case ParallelDefinition.TYPE -> fanOuts.parallel(origin, fields);
            case MapDefinition.TYPE -> fanOuts.map(origin, fields);
            case ComposerDefinition.TYPE -> new ComposerReader(catches, findings).read(origin, fields);
            case PlugDefinition.TYPE -> plug(origin, fields);
            case RaiseDefinition.TYPE -> new RaiseReader(findings).read(origin, fields);
            case GotoPointDefinition.TYPE -> gotoPoint(origin, fields);
            case GotoDefinition.TYPE -> jump(origin, fields);
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

    private SwitchDefinition switchOf(Origin origin, Fields fields) {
        fields.require("condition", "branches");
        return new SwitchDefinition(origin, fields.any("condition"), fields.any("prepare"), branches.read(fields));
    }

    private PlugDefinition plug(Origin origin, Fields fields) {
        fields.require("pipeline");
        return new PlugDefinition(
                origin,
                fields.any("condition"),
                fields.name("pipeline"),
                fields.any("prepare"),
                fields.any("transform"),
                fields.duration("timeout"),
                catches.ofComponents(fields));
    }

    private static GotoPointDefinition gotoPoint(Origin origin, Fields fields) {
        fields.require("name");
        return new GotoPointDefinition(origin);
    }

    private static GotoDefinition jump(Origin origin, Fields fields) {
        fields.require("to");
        return new GotoDefinition(origin, fields.name("to"), fields.any("condition"));
    }
}
