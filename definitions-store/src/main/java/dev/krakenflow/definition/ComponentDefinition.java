package dev.krakenflow.definition;

import java.util.List;

/**
 * A component as it was written. What could not be read is null in it, even if it is required: its problem has been
 * reported.
 */
public sealed interface ComponentDefinition
        permits CatchingDefinition,
                SwitchDefinition,
                RaiseDefinition,
                GotoPointDefinition,
                GotoDefinition,
                DoneDefinition,
                DeadEndDefinition,
                TbdDefinition {
    Origin origin();

    /** The type as it is written, in kebab-case. */
    String type();

    /**
     * The lists of components inside of it, in document order: branches or items before those of its catches. Whoever
     * walks through all components of a pipeline needs no more than this.
     */
    default List<NestedComponents> nested() {
        return NestedComponents.of(this);
    }
}
