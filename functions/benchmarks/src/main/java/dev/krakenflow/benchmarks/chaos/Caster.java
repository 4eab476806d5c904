package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Patience;
import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Casts events: what was accepted must be done at the end. */
record Caster(JsonClient client) implements Needy {
    private static final Pattern REFERENCE = Pattern.compile("\\{\"ok\":\"([0-9a-f]+)\"}");
    private static final Duration DONE = Duration.ofSeconds(60);

    @Override
    public String title() {
        return "cast";
    }

    @Override
    public int right() {
        return 202;
    }

    @Override
    public String code() {
        return "queue-unavailable";
    }

    @Override
    public HttpResponse<String> send(int number) throws IOException {
        return client.post("/pipelines/cast/" + ChaosDefinitions.PLAIN, ChaosDefinitions.EVENT);
    }

    @Override
    public void tellWhatWasKept(List<Probe> successes, List<Outage> outages, Verdict verdict) throws IOException {
        int lost = 0;
        long end = System.nanoTime() + DONE.toNanos();
        for (Probe success : successes) {
            if (!isDone(success.body(), Duration.ofNanos(end - System.nanoTime()))) {
                lost++;
            }
        }
        verdict.say(lost == 0, title() + ": " + lost + " of " + successes.size() + " events were not done at the end");
    }

    /** Asks until it is done, for as long as all of them together may take. */
    private boolean isDone(String accepted, Duration left) {
        Matcher reference = REFERENCE.matcher(accepted);
        if (!reference.matches()) {
            return false;
        }
        try {
            Patience.await(
                    left, "an event is done", () -> status(reference.group(1)).contains("\"done\""));
            return true;
        } catch (IOException never) {
            return false;
        }
    }

    private String status(String reference) {
        try {
            return client.get("/events/" + reference).body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
