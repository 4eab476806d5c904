package dev.krakenflow.function.aws.pipeline;

import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Events that failed and that nobody waits for: Lambda tries the invocation again and gives it to its dead letters then. The
 * message has codes alone, since what a failure says may come from the event.
 */
final class FailedEventsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedEventsException(int events, List<Failure> failures) {
        super(failures.size() + " of " + events + " events failed: " + codes(failures));
    }

    /** Without a stack trace: it tells about the events, not about the function. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    private static String codes(List<Failure> failures) {
        Map<String, Long> counts =
                failures.stream().collect(Collectors.groupingBy(Failure::code, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
