package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * Calls with a key, another one each time: what was answered once must be answered again, without another run. What runs at
 * the moment when Redis ends is answered, though it cannot be kept.
 */
record OnceCaller(JsonClient client) implements Needy {

    @Override
    public String title() {
        return "idempotency";
    }

    @Override
    public int right() {
        return 200;
    }

    @Override
    public String code() {
        return "store-unavailable";
    }

    @Override
    public HttpResponse<String> send(int number) throws IOException {
        Map<String, String> key = Map.of("Idempotency-Key", "call-" + number);
        return client.post("/pipelines/call/" + ChaosDefinitions.PLAIN, ChaosDefinitions.EVENT, key);
    }

    @Override
    public void tellWhatWasKept(List<Probe> successes, List<Outage> outages, Verdict verdict) throws IOException {
        int cut = 0;
        int forgotten = 0;
        for (Probe success : successes) {
            if (outages.stream().anyMatch(outage -> outage.cuts(success))) {
                cut++;
            } else if (!isReplayed(success)) {
                forgotten++;
            }
        }
        verdict.say(
                forgotten == 0,
                "%s: %d of %d answers were forgotten, but for %d that were under way when Redis ended"
                        .formatted(title(), forgotten, successes.size(), cut));
    }

    private boolean isReplayed(Probe success) throws IOException {
        HttpResponse<String> again = send(success.number());
        return again.headers().firstValue("Idempotent-Replayed").isPresent()
                && again.body().equals(success.body());
    }
}
