package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Verdict;
import dev.krakenflow.benchmarks.process.JsonClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a composer that counts: a number that was answered must never come again. */
record MemoCaller(JsonClient client) implements Needy {
    private static final Pattern NUMBER = Pattern.compile("\\{\"n\":(\\d+)}");

    @Override
    public String title() {
        return "memo";
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
        return client.post("/pipelines/call/" + ChaosDefinitions.COUNTED, "{}");
    }

    @Override
    public void tellWhatWasKept(List<Probe> successes, List<Outage> outages, Verdict verdict) {
        long last = 0;
        int lost = 0;
        for (Probe success : successes) {
            long number = number(success.body());
            if (number <= last) {
                lost++;
            }
            last = number;
        }
        verdict.say(lost == 0, title() + ": " + lost + " of " + successes.size() + " updates were lost");
    }

    private static long number(String body) {
        Matcher number = NUMBER.matcher(body);
        return number.matches() ? Long.parseLong(number.group(1)) : 0;
    }
}
