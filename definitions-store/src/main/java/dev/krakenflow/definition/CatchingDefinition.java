package dev.krakenflow.definition;

import java.util.List;

/** A component that can take the failures of what it does. */
public sealed interface CatchingDefinition extends ComponentDefinition
        permits StageDefinition, ComposerDefinition, PlugDefinition, ParallelDefinition, MapDefinition {
    /** What it does with failures: the first that takes one has it. */
    List<CatchDefinition> catches();
}
