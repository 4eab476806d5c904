package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;

/** How the path of one event ended. {@code history} is empty unless the caller asked for it; JSON values, oldest first. */
public sealed interface Outcome {

    List<Map<String, Object>> history();

    /** Whether this came out of an earlier run of the same call; there is no history then. */
    boolean replayed();

    /** The event that came out. */
    record Completed(Map<String, Object> event, List<Map<String, Object>> history, boolean replayed)
            implements Outcome {

        public Completed(Map<String, Object> event, List<Map<String, Object>> history) {
            this(event, history, false);
        }
    }

    /** It ended in a dead-end and gives no result. */
    record Ended(List<Map<String, Object>> history, boolean replayed) implements Outcome {

        public Ended(List<Map<String, Object>> history) {
            this(history, false);
        }
    }

    /** It failed; the failure knows its place. */
    record Failed(Failure failure, List<Map<String, Object>> history, boolean replayed) implements Outcome {

        public Failed(Failure failure, List<Map<String, Object>> history) {
            this(failure, history, false);
        }
    }
}
