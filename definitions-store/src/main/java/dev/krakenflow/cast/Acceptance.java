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

    /**
     * The queue does not carry events of this size; none was taken.
     *
     * @param indexes of those that are too large; all where they belong together and are too large together
     * @param limit the most bytes of one message, in which the event is not alone
     */
    record TooLarge(List<Integer> indexes, int limit) implements Acceptance {
        public TooLarge {
            indexes = List.copyOf(indexes);
        }
    }
}
