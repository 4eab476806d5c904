package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/** The retry policy of a stage. */
public sealed interface RetryReference {

    /** One that stands on the stage itself. */
    record Own(RetryDefinition retry) implements RetryReference {
        public Own {
            requireNonNull(retry);
        }
    }

    /**
     * One of the pipeline's policies, whether it is there or not.
     *
     * @param pointer JSON pointer to the name
     */
    record Named(String name, String pointer) implements RetryReference {
        public Named {
            requireNonNull(name);
            requireNonNull(pointer);
        }
    }
}
