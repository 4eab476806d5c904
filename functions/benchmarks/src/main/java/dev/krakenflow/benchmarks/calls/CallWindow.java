package dev.krakenflow.benchmarks.calls;

import dev.krakenflow.benchmarks.http.Latencies;
import java.util.Locale;

/** What came in a stretch of time. Used by one thread at a time. */
public final class CallWindow {
    private final Latencies latencies = new Latencies();
    private int wrong;
    private String firstWrong = "";

    void right(long latency) {
        latencies.add(latency);
    }

    void wrong(long latency, String answer) {
        latencies.add(latency);
        wrong++;
        if (firstWrong.isEmpty()) {
            firstWrong = answer;
        }
    }

    /** All answers, wrong ones too. */
    public int answers() {
        return latencies.count();
    }

    /** Answers that nobody should get. */
    public int wrong() {
        return wrong;
    }

    /** The begin of the first of them; empty for none. */
    public String firstWrong() {
        return firstWrong;
    }

    /** In milliseconds. */
    public double percentile(double percent) {
        return latencies.percentile(percent);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d calls, p50 %.1f, p99 %.1f, longest %.1f ms",
                answers(),
                percentile(50),
                percentile(99),
                percentile(100));
    }
}
