package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds stages that are undone after a failure and from which a composer can be reached: of the events that it makes one
 * may fail and another may not. Walks once through each program, backwards from its composers.
 */
final class UndoChecks {
    private final PluggedFacts plugged;
    private final Findings findings;

    UndoChecks(PluggedFacts plugged, Findings findings) {
        this.plugged = plugged;
        this.findings = findings;
    }

    void check(Program program, Handlers handlers) {
        walk(program, null);
        if (handlers.onError() != null) {
            walk(handlers.onError(), null);
        }
        if (handlers.lastly() != null) {
            walk(handlers.lastly(), null);
        }
    }

    /** @param beyond a composer behind the component that this program is inside of; null: none, or none around */
    private void walk(Program program, @Nullable Component beyond) {
        Map<Integer, Component> composers = composers(program);
        for (Component component : program.components()) {
            Component ahead = Flow.behind(component).stream()
                    .map(composers::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(beyond);
            if (ahead != null) {
                report(component, ahead);
            }
            Flow.inside(component).forEach(inside -> walk(inside, ahead));
        }
    }

    /** By the index of each component one composer that it is, or that can be reached from it; nothing where none can. */
    private Map<Integer, Component> composers(Program program) {
        List<List<Integer>> before = new ArrayList<>();
        program.components().forEach(component -> before.add(new ArrayList<>()));
        Map<Integer, Component> found = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < program.components().size(); i++) {
            int index = i;
            Component component = program.components().get(i);
            Flow.behind(component).forEach(behind -> before.get(behind).add(index));
            composer(component).ifPresent(composer -> {
                found.put(index, composer);
                open.add(index);
            });
        }
        while (!open.isEmpty()) {
            int index = open.remove();
            for (int previous : before.get(index)) {
                if (found.putIfAbsent(previous, found.get(index)) == null) {
                    open.add(previous);
                }
            }
        }
        return found;
    }

    /** The component itself, or one inside of it, if it can make several events of one. */
    private Optional<Component> composer(Component component) {
        if (component instanceof Composer || (component instanceof Plug plug && plugged.splits(plug.pipeline()))) {
            return Optional.of(component);
        }
        return Flow.inside(component).stream()
                .flatMap(program -> program.components().stream())
                .flatMap(inside -> composer(inside).stream())
                .findFirst();
    }

    private void report(Component component, Component composer) {
        String pointer = component.place().pointer();
        if (component instanceof Stage stage && stage.compensation() != null) {
            problem(pointer + "/compensate", "a stage cannot be undone", composer);
        } else if (component instanceof Plug plug && plugged.isUndone(plug.pipeline())) {
            problem(
                    pointer + "/pipeline",
                    "the pipeline \"" + Shown.text(plug.pipeline())
                            + "\" has a stage with compensate, which cannot be undone",
                    composer);
        }
    }

    private void problem(String pointer, String what, Component composer) {
        String which = composer instanceof Plug plug
                ? "the pipeline \"" + Shown.text(plug.pipeline()) + "\", which holds a composer,"
                : "the composer \"" + Shown.text(composer.place().name()) + "\"";
        findings.problem(
                ProblemCode.COMPOSER_AFTER_COMPENSATE, pointer, what + " where " + which + " can be reached from it");
    }
}
