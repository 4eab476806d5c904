package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list of components that stands inside of a component.
 *
 * @param kind how it stands there
 * @param pointer JSON pointer to the list
 * @param components in the order written
 */
public record NestedComponents(Kind kind, String pointer, List<ComponentDefinition> components) {

    /** How components stand inside of another. */
    public enum Kind {
        /** A branch of a switch. */
        SWITCH_BRANCH(false),
        /** A branch of a parallel. */
        PARALLEL_BRANCH(true),
        /** What each item of a map passes. */
        ITEMS(true),
        /** What an event passes after a failure. */
        CATCH(false);

        private final boolean apart;

        Kind(boolean apart) {
            this.apart = apart;
        }

        /** Whether they are a program of their own, which no jump enters or leaves. */
        public boolean apart() {
            return apart;
        }
    }

    public NestedComponents {
        requireNonNull(kind);
        requireNonNull(pointer);
        components = List.copyOf(components);
    }

    /** All lists inside of a component: branches or items, then those of its catches. */
    static List<NestedComponents> of(ComponentDefinition component) {
        String pointer = component.origin().pointer();
        List<NestedComponents> lists = new ArrayList<>();
        switch (component) {
            case SwitchDefinition it -> branches(Kind.SWITCH_BRANCH, pointer, it.branches(), lists);
            case ParallelDefinition it -> branches(Kind.PARALLEL_BRANCH, pointer, it.branches(), lists);
            case MapDefinition it ->
                lists.add(new NestedComponents(Kind.ITEMS, Pointers.member(pointer, "components"), it.components()));
            case StageDefinition it -> {}
            case ComposerDefinition it -> {}
            case PlugDefinition it -> {}
            case RaiseDefinition it -> {}
            case GotoPointDefinition it -> {}
            case GotoDefinition it -> {}
            case DoneDefinition it -> {}
            case DeadEndDefinition it -> {}
            case TbdDefinition it -> {}
        }
        if (component instanceof CatchingDefinition catching) {
            catching.catches().forEach(it -> components(it, lists));
        }
        return lists;
    }

    private static void branches(
            Kind kind, String pointer, Map<String, List<ComponentDefinition>> branches, List<NestedComponents> lists) {
        String all = Pointers.member(pointer, "branches");
        branches.forEach((name, branch) -> lists.add(new NestedComponents(kind, Pointers.member(all, name), branch)));
    }

    private static void components(CatchDefinition caught, List<NestedComponents> lists) {
        if (caught.components() != null) {
            String pointer = Pointers.member(caught.pointer(), "components");
            lists.add(new NestedComponents(Kind.CATCH, pointer, caught.components()));
        }
    }
}
