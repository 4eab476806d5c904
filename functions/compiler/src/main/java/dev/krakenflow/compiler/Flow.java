package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where events can go from a component, as far as that can be told before a run. */
final class Flow {

    private Flow() {}

    /** The indexes of the components of the same program that an event can come to next, after a failure too. */
    static Set<Integer> behind(Component component) {
        Set<Integer> behind = new LinkedHashSet<>(onward(component));
        component.catches().forEach(it -> behind.add(caught(it.action(), component)));
        behind.remove(Program.END);
        return behind;
    }

    /** The programs that a component sends copies of its event through. */
    static Collection<Program> inside(Component component) {
        return switch (component) {
            case Parallel it -> it.branches().values();
            case Mapping it -> List.of(it.program());
            case Stage it -> List.of();
            case Switch it -> List.of();
            case Composer it -> List.of();
            case Plug it -> List.of();
            case GotoPoint it -> List.of();
            case Goto it -> List.of();
            case Done it -> List.of();
            case DeadEnd it -> List.of();
            case Raise it -> List.of();
            case Tbd it -> List.of();
        };
    }

    private static Collection<Integer> onward(Component component) {
        return switch (component) {
            case Stage it -> List.of(it.next());
            case Composer it -> List.of(it.next());
            case Plug it -> List.of(it.next());
            case Parallel it -> List.of(it.next());
            case Mapping it -> List.of(it.next());
            case GotoPoint it -> List.of(it.next());
            case Tbd it -> List.of(it.next());
            case Switch it -> it.branches().values();
            case Goto it -> jump(it);
            case Done it -> unlessAlways(it.condition(), it.next());
            case Raise it -> unlessAlways(it.condition(), it.next());
            case DeadEnd it -> List.of();
        };
    }

    private static List<Integer> jump(Goto jump) {
        List<Integer> behind = new ArrayList<>(unlessAlways(jump.condition(), jump.next()));
        boolean never = jump.condition() != null
                && jump.condition().isBoolean()
                && !jump.condition().booleanValue();
        if (!never) {
            behind.add(jump.target());
        }
        return behind;
    }

    private static List<Integer> unlessAlways(@Nullable JsonNode condition, int next) {
        boolean always = condition == null || condition.booleanValue();
        return always ? List.of() : List.of(next);
    }

    private static int caught(Catch.Action action, Component component) {
        return switch (action) {
            case Catch.Transform it -> component.next();
            case Catch.Components it -> it.start() == it.end() ? component.next() : it.start();
            case Catch.Goto it -> it.target();
        };
    }
}
