package dev.krakenflow.benchmarks.cast;

import dev.krakenflow.benchmarks.process.FunctionProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the casts that were accepted. */
final class CastReport {

    private final Map<String, AcceptedCasts.Accepted> accepted;
    private final int refusals;
    private final AttendanceService service;
    private final List<FunctionProcess> functions;
    private final long fromNanos = System.nanoTime();
    private long tookNanos;
    private int done;

    CastReport(AcceptedCasts casts, AttendanceService service, List<FunctionProcess> functions) {
        this.accepted = casts.byId();
        this.refusals = casts.refusals();
        this.service = service;
        this.functions = functions;
    }

    /** Asks for each cast until it is done; gives whether all are, and the service saw each. */
    boolean awaitAll(Duration patience) throws IOException {
        Deque<AcceptedCasts.Accepted> open = new ArrayDeque<>(accepted.values());
        while (!open.isEmpty() && System.nanoTime() - fromNanos < patience.toNanos()) {
            AcceptedCasts.Accepted cast = open.remove();
            if (isDone(cast.reference())) {
                done++;
            } else {
                open.add(cast);
                Pause.shortly();
            }
        }
        tookNanos = System.nanoTime() - fromNanos;
        return open.isEmpty() && accepted.keySet().stream().allMatch(id -> service.times(id) > 0);
    }

    private boolean isDone(String reference) throws IOException {
        HttpResponse<String> state = functions.get(0).client().get("/events/" + reference);
        return state.statusCode() == 200
                && "done".equals(new JsonObject(state.body()).getString("status"));
    }

    void print() {
        Map<Integer, Integer> times = new TreeMap<>();
        accepted.keySet().forEach(id -> times.merge(service.times(id), 1, Integer::sum));
        long longest = accepted.entrySet().stream()
                .filter(entry -> service.times(entry.getKey()) > 0)
                .mapToLong(entry ->
                        service.since(entry.getKey()) - entry.getValue().atNanos())
                .max()
                .orElse(0);
        System.out.printf(
                "%d casts accepted, %d attempts refused or not answered, %d done%n", accepted.size(), refusals, done);
        times.forEach((count, events) -> System.out.printf("%d events seen %d times by the service%n", events, count));
        System.out.printf("the longest wait of an event for its first run: %.1f s%n", longest / 1e9);
        System.out.printf("all told %.1f s after the last one was accepted%n", tookNanos / 1e9);
    }
}
