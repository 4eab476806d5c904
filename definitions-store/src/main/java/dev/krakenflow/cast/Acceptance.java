package dev.krakenflow.cast;

import java.util.List;

/** Whether a queue takes a cast. */
public sealed interface Acceptance {

    /**
     * It did.
     *
     * @param references of the events, in their order; that of the first time where one has come before
     */
    record Accepted(List<String> references) implements Acceptance {
        public Accepted {
            references = List.copyOf(references);
        }
    }

    /** Nobody is there who would run the events. */
    record NoConsumer() implements Acceptance {}

    /** So many events of the pipeline wait or are dead already that these would be more than {@link CastQueue#MOST}. */
    record Full() implements Acceptance {}

    /**
     * A key stands for another event.
     *
     * @param index of the first such event
     */
    record Mismatch(int index) implements Acceptance {}
}
