package dev.krakenflow.compiler;

import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.HandlersDefinition;
import dev.krakenflow.definition.NestedComponents;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the components of one pipeline are called, in whichever of its programs they stand: all share one namespace. A
 * component without a name is called by its type and by its position: components first, then {@code on_error}, then
 * {@code finally}, what holds others before these.
 */
final class ComponentNames {
    private final Findings findings;
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> generated = new HashMap<>();
    private int position;

    ComponentNames(PipelineDefinition definition, Findings findings) {
        this.findings = findings;
        List<List<ComponentDefinition>> lists = lists(definition);
        lists.forEach(this::register);
        Set<String> taken = new HashSet<>(types.keySet());
        lists.forEach(list -> generate(list, taken));
    }

    private static List<List<ComponentDefinition>> lists(PipelineDefinition definition) {
        List<List<ComponentDefinition>> lists = new ArrayList<>();
        lists.add(definition.components());
        HandlersDefinition handlers = definition.handlers();
        if (handlers.onError() != null) {
            lists.add(handlers.onError());
        }
        if (handlers.lastly() != null) {
            lists.add(handlers.lastly());
        }
        return lists;
    }

    /** Its own name, or the one that was generated. */
    String of(ComponentDefinition component) {
        String name = component.origin().name();
        return name != null ? name : generated.getOrDefault(component.origin().pointer(), component.type());
    }

    /** The type of the component that was given this name; null when none was. */
    @Nullable String type(String name) {
        return types.get(name);
    }

    private void register(List<ComponentDefinition> components) {
        for (ComponentDefinition component : components) {
            String name = component.origin().name();
            if (name != null) {
                register(component, name);
            }
            component.nested().forEach(nested -> register(nested.components()));
        }
    }

    private void register(ComponentDefinition component, String name) {
        if (types.putIfAbsent(name, component.type()) != null) {
            findings.problem(
                    ProblemCode.DUPLICATE_NAME,
                    component.origin().pointer() + "/name",
                    "another component of this pipeline has this name already");
        }
    }

    private void generate(List<ComponentDefinition> components, Set<String> taken) {
        for (ComponentDefinition component : components) {
            position++;
            if (component.origin().name() == null) {
                int number = position;
                while (!taken.add(component.type() + "-" + number)) {
                    number++;
                }
                generated.put(component.origin().pointer(), component.type() + "-" + number);
            }
            component.nested().stream().map(NestedComponents::components).forEach(nested -> generate(nested, taken));
        }
    }
}
