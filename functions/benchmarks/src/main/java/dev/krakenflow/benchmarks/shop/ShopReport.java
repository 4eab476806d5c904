package dev.krakenflow.benchmarks.shop;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What customers of the shop were answered.
 *
 * @param quiet the regular ones, before the crowd came
 * @param crowd the crowd
 * @param beside the regular ones, beside the crowd
 * @param well the regular ones afterwards, second by second
 * @param heap what was reachable in it while the crowd was there, in MB, in the order of time
 * @param wrong an answer that nobody should get; empty when there was none
 */
record ShopReport(Window quiet, Window crowd, Window beside, List<Window> well, List<Double> heap, String wrong) {

    /** The budget of an order, and what the machine may add to it. */
    static final Duration LONGEST = Duration.ofMillis(5_000 + 1_000);

    private static final int MOST_SECONDS = 5;
    private static final double NORMAL_RATIO = 2;
    private static final double NORMAL_MILLIS = 20;
    private static final double FLAT_RATIO = 1.2;
    private static final double FLAT_MB = 10;

    ShopReport {
        well = List.copyOf(well);
        heap = List.copyOf(heap);
    }

    /** The figures, those of the quiet time beside the others. */
    String table() {
        StringBuilder table = new StringBuilder("| %-22s | %9s | %9s | %16s | %9s |%n|---|--:|--:|--:|--:|%n"
                .formatted("", "quiet", "crowd", "regulars beside", "after"));
        for (AnswerKind kind : AnswerKind.values()) {
            table.append(line(kind.title(), window -> window.perSecond(kind)));
        }
        return table.append(line("order p50, ms", window -> window.ordered(50)))
                .append(line("order p99, ms", window -> window.ordered(99)))
                .append(line("longest answer, ms", Window::longest))
                .append('\n')
                .toString();
    }

    /** Each thing that was expected, and whether it is so. */
    List<String> expectations() {
        return List.of(
                said(
                        nothingHangs(),
                        "the longest answer took %.0f ms, at most %d%s"
                                .formatted(longest(), LONGEST.toMillis(), nothingHangs() ? "" : ": " + slowest())),
                said(isShed(), "too many are answered 503 with Retry-After, and nobody anything else " + wrong),
                said(isFlat(), "reachable in the heap: " + heapText() + " MB"),
                said(isNormalSoon(), "normal in second %d after billing was well".formatted(normalIn())));
    }

    boolean isAsExpected() {
        return nothingHangs() && isShed() && isFlat() && isNormalSoon();
    }

    private boolean nothingHangs() {
        return longest() <= LONGEST.toMillis();
    }

    private boolean isShed() {
        return crowd.count(AnswerKind.OVERLOADED) + crowd.count(AnswerKind.FULL) > 0
                && all().allMatch(window -> window.count(AnswerKind.WRONG) == 0);
    }

    private boolean isFlat() {
        return Collections.max(heap) <= heap.get(0) * FLAT_RATIO + FLAT_MB;
    }

    private boolean isNormalSoon() {
        return normalIn() >= 1 && normalIn() <= MOST_SECONDS;
    }

    /** The first second, from 1, in which every order was taken as quickly as before; 0: none. */
    private int normalIn() {
        double p99 = Math.max(quiet.ordered(99) * NORMAL_RATIO, quiet.ordered(99) + NORMAL_MILLIS);
        for (int i = 0; i < well.size(); i++) {
            if (well.get(i).isOrdersOnly() && well.get(i).ordered(99) <= p99) {
                return i + 1;
            }
        }
        return 0;
    }

    private double longest() {
        return all().mapToDouble(Window::longest).max().orElse(0);
    }

    private String slowest() {
        return all().max(Comparator.comparingDouble(Window::longest))
                .map(Window::slowestAnswer)
                .orElse("");
    }

    private Stream<Window> all() {
        return Stream.concat(Stream.of(quiet, crowd, beside), well.stream());
    }

    private Window after() {
        return Window.of(well.subList(Math.min(normalIn(), well.size()), well.size()));
    }

    private String heapText() {
        return heap.stream().map("%.0f"::formatted).collect(joining(", "));
    }

    private String line(String what, ToDoubleFunction<Window> value) {
        return String.format(
                Locale.ROOT,
                "| %-22s | %9.1f | %9.1f | %16.1f | %9.1f |%n",
                what,
                value.applyAsDouble(quiet),
                value.applyAsDouble(crowd),
                value.applyAsDouble(beside),
                value.applyAsDouble(after()));
    }

    private static String said(boolean so, String what) {
        return (so ? "ok: " : "NOT SO: ") + what.strip();
    }
}
