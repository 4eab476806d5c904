package dev.krakenflow.cast;

import java.util.List;

/** Whether a cast may be sent to a queue that is elsewhere. */
public sealed interface CastClaim {

    /**
     * It may.
     *
     * @param references of all events, in their order; that of the first time where one has come before
     * @param unsent those that the queue does not have yet, in their order, with these references
     */
    record Begun(List<String> references, List<CastEvent> unsent) implements CastClaim {
        public Begun {
            references = List.copyOf(references);
            unsent = List.copyOf(unsent);
        }
    }

    /**
     * A key stands for another event.
     *
     * @param index of the first such event
     */
    record Mismatch(int index) implements CastClaim {}
}
