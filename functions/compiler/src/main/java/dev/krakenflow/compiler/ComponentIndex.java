package dev.krakenflow.compiler;

import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.NestedComponents;
import dev.krakenflow.definition.ProblemCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each component of a pipeline will stand in its program, and how it is called: a component stands before those in
 * its branches, and those before what is written behind it.
 */
final class ComponentIndex {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Integer> points = new LinkedHashMap<>();
    private final Map<Integer, String> generated = new HashMap<>();

    ComponentIndex(List<ComponentDefinition> components, Findings findings) {
        number(components, findings);
        generate(components, new HashSet<>(types.keySet()));
    }

    /** The index of a component. */
    int index(ComponentDefinition component) {
        return indexes.getOrDefault(component.origin().pointer(), -1);
    }

    /** Its own name, or the one that was generated. */
    String name(ComponentDefinition component) {
        String name = component.origin().name();
        return name != null ? name : generated.getOrDefault(index(component), component.type());
    }

    /** The index of the goto point of this name; null when there is none. */
    @Nullable Integer point(String name) {
        return points.get(name);
    }

    /** The names of all goto points, in document order. */
    Set<String> points() {
        return points.keySet();
    }

    /** The type of the component that was given this name; null when none was. */
    @Nullable String type(String name) {
        return types.get(name);
    }

    private void number(List<ComponentDefinition> components, Findings findings) {
        for (ComponentDefinition component : components) {
            int index = indexes.size();
            indexes.put(component.origin().pointer(), index);
            String name = component.origin().name();
            if (name != null) {
                register(component, name, index, findings);
            }
            branches(component).forEach(branch -> number(branch, findings));
        }
    }

    private void register(ComponentDefinition component, String name, int index, Findings findings) {
        if (types.putIfAbsent(name, component.type()) != null) {
            findings.problem(
                    ProblemCode.DUPLICATE_NAME,
                    component.origin().pointer() + "/name",
                    "another component of this pipeline has this name already");
        } else if (component instanceof GotoPointDefinition) {
            points.put(name, index);
        }
    }

    private void generate(List<ComponentDefinition> components, Set<String> taken) {
        for (ComponentDefinition component : components) {
            if (component.origin().name() == null) {
                int position = index(component) + 1;
                while (!taken.add(component.type() + "-" + position)) {
                    position++;
                }
                generated.put(index(component), component.type() + "-" + position);
            }
            branches(component).forEach(branch -> generate(branch, taken));
        }
    }

    private static Iterable<List<ComponentDefinition>> branches(ComponentDefinition component) {
        return component.nested().stream().map(NestedComponents::components).toList();
    }
}
