package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Calls with a key, another one each time: what was answered once must be answered again, without another run. */
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
    public void tellWhatWasKept(List<Probe> successes, Verdict verdict) throws IOException {
        int forgotten = 0;
        for (Probe success : successes) {
            HttpResponse<String> again = send(success.number());
            boolean replayed = again.headers().firstValue("Idempotent-Replayed").isPresent();
            if (!replayed || !again.body().equals(success.body())) {
                forgotten++;
            }
        }
        verdict.say(forgotten == 0, title() + ": " + forgotten + " of " + successes.size() + " answers were forgotten");
    }
}
