package dev.krakenflow.definition;

/**
 * A component as it was written. What could not be read is null in it, even if it is required: its problem has been
 * reported.
 */
public sealed interface ComponentDefinition
        permits StageDefinition,
                SwitchDefinition,
                ComposerDefinition,
                PlugDefinition,
                GotoPointDefinition,
                GotoDefinition,
                DoneDefinition,
                DeadEndDefinition,
                TbdDefinition {
    Origin origin();

    /** The type as it is written, in kebab-case. */
    String type();
}
