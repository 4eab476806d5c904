package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastState;
import java.time.Duration;
import java.util.Map;

/**
 * What becomes of a delivery.
 *
 * @param states of its events by their references; one without a state comes again as it was
 * @param again when what is not done comes again; at least one that failed makes the delivery count
 * @param rests whether nothing else of the pipeline can run here before that
 */
record CastSettlement(Map<String, CastState> states, Duration again, boolean rests) {
    CastSettlement {
        states = Map.copyOf(states);
    }

    CastSettlement(Map<String, CastState> states, Duration again) {
        this(states, again, false);
    }

    /** Nothing of the pipeline can run here for a while: the delivery does not count. */
    static CastSettlement notRun(Duration again) {
        return new CastSettlement(Map.of(), again, true);
    }
}
