package dev.krakenflow.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Components in one list, in the order of the definition; those of the branches of a switch stand in it too. An event
 * enters at index 0 and goes from one component to the next until it reaches {@link #END}. An empty program passes the
 * event on as it is.
 */
public record Program(List<Component> components) {

    /** The index behind the last component: the event is the result. */
    public static final int END = -1;

    public Program {
        components = List.copyOf(components);
        int size = components.size();
        for (Component component : components) {
            check(component.next(), size);
            component.catches().forEach(it -> check(it.action(), size));
            switch (component) {
                case Switch it -> it.branches().values().forEach(index -> check(index, size));
                case Goto it -> check(it.target(), size);
                case Stage it -> {}
                case Composer it -> {}
                case Plug it -> {}
                case Parallel it -> {}
                case Mapping it -> {}
                case GotoPoint it -> {}
                case Done it -> {}
                case DeadEnd it -> {}
                case Raise it -> {}
                case Tbd it -> {}
            }
        }
    }

    private static void check(Catch.Action action, int size) {
        switch (action) {
            case Catch.Transform it -> {}
            case Catch.Components it -> check(it.end() - 1, size);
            case Catch.Goto it -> check(it.target(), size);
        }
    }

    private static void check(int index, int size) {
        if (index != END && (index < 0 || index >= size)) {
            throw new IllegalArgumentException("index " + index + " in a program of " + size + " components");
        }
    }

    /** Whether one of its components, or of those in branches and items, is one of these. */
    boolean has(Predicate<Component> wanted) {
        return components.stream().anyMatch(it -> wanted.test(it) || nested(it).anyMatch(part -> part.has(wanted)));
    }

    private static Stream<Program> nested(Component component) {
        return switch (component) {
            case Parallel it -> it.branches().values().stream();
            case Mapping it -> Stream.of(it.program());
            case Stage it -> Stream.empty();
            case Switch it -> Stream.empty();
            case Composer it -> Stream.empty();
            case Plug it -> Stream.empty();
            case GotoPoint it -> Stream.empty();
            case Goto it -> Stream.empty();
            case Done it -> Stream.empty();
            case DeadEnd it -> Stream.empty();
            case Raise it -> Stream.empty();
            case Tbd it -> Stream.empty();
        };
    }

    /** The index of the first component, or {@link #END} in an empty program. */
    public int start() {
        return components.isEmpty() ? END : 0;
    }
}
