package dev.krakenflow.compiler;

import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.PluggedPipeline;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What plugged pipelines can do to those that plug them, by themselves or through what they plug in turn. */
final class PluggedFacts {
    private final Map<String, Set<String>> pluggedBy = new HashMap<>();
    private final Set<String> splitting = new HashSet<>();
    private final Set<String> undone = new HashSet<>();

    PluggedFacts(Map<String, PluggedPipeline> plugged) {
        plugged.forEach((name, pipeline) -> reached(pipeline).forEach(component -> note(name, component)));
        spread(splitting);
        spread(undone);
    }

    /** Whether one event can become several in it: a composer can be reached. */
    boolean splits(String pipeline) {
        return splitting.contains(pipeline);
    }

    /** Whether what is done in it can be undone later: a stage with {@code compensate} can be reached. */
    boolean isUndone(String pipeline) {
        return undone.contains(pipeline);
    }

    private void note(String pipeline, Component component) {
        if (component instanceof Composer) {
            splitting.add(pipeline);
        } else if (component instanceof Plug plug) {
            pluggedBy.computeIfAbsent(plug.pipeline(), name -> new HashSet<>()).add(pipeline);
        } else if (component instanceof Stage stage && stage.compensation() != null) {
            undone.add(pipeline);
        }
    }

    /** Adds all that plug one of these. */
    private void spread(Set<String> pipelines) {
        Deque<String> open = new ArrayDeque<>(pipelines);
        while (!open.isEmpty()) {
            for (String plugging : pluggedBy.getOrDefault(open.remove(), Set.of())) {
                if (pipelines.add(plugging)) {
                    open.add(plugging);
                }
            }
        }
    }

    /** All components that an event can come to; what {@code finally} does changes nothing. */
    private static List<Component> reached(PluggedPipeline pipeline) {
        List<Component> reached = new ArrayList<>();
        reach(pipeline.program(), reached);
        if (pipeline.handlers().onError() != null) {
            reach(pipeline.handlers().onError(), reached);
        }
        return reached;
    }

    private static void reach(Program program, List<Component> reached) {
        Set<Integer> known = new HashSet<>(List.of(program.start()));
        Deque<Integer> open = new ArrayDeque<>();
        if (!program.components().isEmpty()) {
            open.add(program.start());
        }
        while (!open.isEmpty()) {
            Component component = program.components().get(open.remove());
            reached.add(component);
            Flow.inside(component).forEach(inside -> reach(inside, reached));
            Flow.behind(component).stream().filter(known::add).forEach(open::add);
        }
    }
}
