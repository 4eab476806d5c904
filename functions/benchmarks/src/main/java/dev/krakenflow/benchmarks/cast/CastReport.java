package dev.krakenflow.benchmarks.cast;

import dev.krakenflow.benchmarks.Patience;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.FunctionProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
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

    /** Asks for each cast until it is done, or the time is up. */
    void awaitAll(Duration patience) {
        for (AcceptedCasts.Accepted cast : accepted.values()) {
            Duration left = patience.minusNanos(System.nanoTime() - fromNanos);
            try {
                Patience.await(left, "a cast is done", () -> isDone(cast.reference()));
                done++;
            } catch (IOException notInTime) {
                System.out.println(cast.reference() + " is not done");
            }
        }
        tookNanos = System.nanoTime() - fromNanos;
    }

    private boolean isDone(String reference) {
        try {
            HttpResponse<String> state = functions.get(0).client().get("/events/" + reference);
            return state.statusCode() == 200 && "done".equals(new JsonObject(state.body()).getString("status"));
        } catch (IOException away) {
            return false;
        }
    }

    void print(Verdict verdict) {
        Map<Integer, Integer> times = new TreeMap<>();
        accepted.keySet().forEach(id -> times.merge(service.times(id), 1, Integer::sum));
        long longest = accepted.entrySet().stream()
                .filter(entry -> service.times(entry.getKey()) > 0)
                .mapToLong(entry ->
                        service.since(entry.getKey()) - entry.getValue().atNanos())
                .max()
                .orElse(0);
        int unseen = times.getOrDefault(0, 0);
        System.out.printf("%d attempts to cast were refused or not answered%n", refusals);
        verdict.say(done == accepted.size(), done + " of " + accepted.size() + " casts that were accepted are done");
        verdict.say(unseen == 0, unseen + " of their events were never seen by the service");
        times.forEach((count, events) -> System.out.printf("%d events seen %d times by the service%n", events, count));
        System.out.printf("the longest wait of an event for its first run: %.1f s%n", longest / 1e9);
        System.out.printf("all told %.1f s after the last one was accepted%n", tookNanos / 1e9);
    }
}
