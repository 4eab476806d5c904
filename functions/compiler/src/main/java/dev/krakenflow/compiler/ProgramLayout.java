package dev.krakenflow.compiler;

import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.NestedComponents;
import dev.krakenflow.plan.Program;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each component of one program will stand in it: a component stands before those in its branches and catches, and
 * those before what is written behind it. What is a program of its own does not stand in it.
 */
final class ProgramLayout {
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();
    private final Map<String, Integer> points = new LinkedHashMap<>();

    ProgramLayout(List<ComponentDefinition> components) {
        number(components);
    }

    /** The index of the first of these components; of what is behind them when there are none. */
    int start(List<ComponentDefinition> components, int behind) {
        return components.isEmpty() ? behind : index(components.getFirst());
    }

    /** The index of what follows a component in its list; of what is behind the list when it is the last. */
    int next(List<ComponentDefinition> components, int position, int behind) {
        return position + 1 < components.size() ? index(components.get(position + 1)) : behind;
    }

    /** The index behind the last of all that stands in these components. */
    int end(List<ComponentDefinition> components) {
        return ends.getOrDefault(components.getLast().origin().pointer(), Program.END);
    }

    /** The index of the goto point of this name; null when it does not stand in this program. */
    @Nullable Integer point(String name) {
        return points.get(name);
    }

    /** The names of its goto points, in document order. */
    Set<String> points() {
        return points.keySet();
    }

    private int index(ComponentDefinition component) {
        return indexes.getOrDefault(component.origin().pointer(), Program.END);
    }

    private void number(List<ComponentDefinition> components) {
        for (ComponentDefinition component : components) {
            String name = component.origin().name();
            if (component instanceof GotoPointDefinition && name != null) {
                points.putIfAbsent(name, indexes.size());
            }
            indexes.put(component.origin().pointer(), indexes.size());
            for (NestedComponents nested : component.nested()) {
                if (!nested.kind().apart()) {
                    number(nested.components());
                }
            }
            ends.put(component.origin().pointer(), indexes.size());
        }
    }
}
