package dev.krakenflow.benchmarks.chaos;

import dev.krakenflow.benchmarks.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one caller of something that needs Redis was answered over some outages.
 *
 * @param title what was called
 * @param right the status of its success
 * @param code of the failure while Redis is away
 * @param probes in their order
 * @param outages in their order
 */
record OutageReport(String title, int right, String code, List<Probe> probes, List<Outage> outages) {
    private static final int UNAVAILABLE = 503;
    private static final double MOST_MILLIS = 1_000;
    private static final Duration MOST_RECOVERY = Duration.ofSeconds(5);

    OutageReport {
        probes = List.copyOf(probes);
        outages = List.copyOf(outages);
    }

    /** Answers that were a success. */
    List<Probe> successes() {
        return probes.stream().filter(this::succeeded).toList();
    }

    /** Whether each answer was one of the two that are allowed, came in time, and was a success soon after Redis was back. */
    void tell(Verdict verdict) {
        tell(verdict, "were neither a success nor 503 " + code, probe -> !succeeded(probe) && !refused(probe));
        tell(verdict, "succeeded while Redis was away", probe -> succeeded(probe) && isWithinAnOutage(probe));
        Probe slowest = probes.stream()
                .max(Comparator.comparingDouble(Probe::millis))
                .orElseThrow(() -> new IllegalStateException("nothing was tried"));
        boolean inTime = slowest.millis() <= MOST_MILLIS;
        verdict.say(
                inTime,
                "%s: %d answers, %d of them 503, the longest after %.0f ms%s"
                        .formatted(
                                title,
                                probes.size(),
                                probes.stream().filter(this::refused).count(),
                                slowest.millis(),
                                inTime ? "" : ": " + slowest));
        tellRecoveries(verdict);
    }

    private void tellRecoveries(Verdict verdict) {
        List<Double> seconds = outages.stream().map(this::recovery).toList();
        verdict.say(
                seconds.stream().allMatch(it -> it <= MOST_RECOVERY.toSeconds()),
                title + ": a success again after "
                        + seconds.stream().map(OutageReport::text).collect(Collectors.joining(", ")) + " s");
    }

    private static String text(double seconds) {
        return Double.isInfinite(seconds) ? "no" : String.format(Locale.ROOT, "%.1f", seconds);
    }

    private void tell(Verdict verdict, String what, Predicate<Probe> wrong) {
        List<Probe> all = probes.stream().filter(wrong).toList();
        if (!all.isEmpty()) {
            verdict.say(false, title + ": " + all.size() + " answers " + what + ": " + all.get(0));
        }
    }

    /** How many seconds it took, since Redis was back, until successes came that no refusal followed. */
    private double recovery(Outage outage) {
        int next = outages.indexOf(outage) + 1;
        long end = next < outages.size() ? outages.get(next).beganAt() : Long.MAX_VALUE;
        List<Probe> after = probes.stream()
                .filter(probe -> probe.answeredAt() - outage.backAt() >= 0 && probe.answeredAt() < end)
                .toList();
        int last = after.size();
        while (last > 0 && succeeded(after.get(last - 1))) {
            last--;
        }
        return last < after.size() ? (after.get(last).answeredAt() - outage.backAt()) / 1e9 : Double.POSITIVE_INFINITY;
    }

    private boolean succeeded(Probe probe) {
        return probe.status() == right;
    }

    private boolean refused(Probe probe) {
        return probe.status() == UNAVAILABLE && probe.body().contains('"' + code + '"');
    }

    private boolean isWithinAnOutage(Probe probe) {
        return outages.stream().anyMatch(outage -> outage.holds(probe));
    }
}
