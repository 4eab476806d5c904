package dev.krakenflow.benchmarks.shop;

import dev.krakenflow.benchmarks.http.Answer;
import dev.krakenflow.benchmarks.http.Latencies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came in a stretch of time: how many answers of each kind, and how long they took. Used by one thread at a time. */
final class Window {
    private final Map<AnswerKind, Integer> counts = new EnumMap<>(AnswerKind.class);
    private final Latencies orders = new Latencies();
    private Duration time = Duration.ZERO;
    private long slowest;
    private String slowestAnswer = "";

    void add(Answer answer, long latency) {
        AnswerKind kind = AnswerKind.of(answer);
        counts.merge(kind, 1, Integer::sum);
        if (latency > slowest) {
            slowest = latency;
            slowestAnswer = answer.toString();
        }
        if (kind == AnswerKind.ORDERED) {
            orders.add(latency);
        }
    }

    /** Tells how long it was. */
    Window over(Duration length) {
        time = length;
        return this;
    }

    /** Several as one. */
    static Window of(List<Window> windows) {
        Window sum = new Window();
        for (Window window : windows) {
            window.counts.forEach((kind, count) -> sum.counts.merge(kind, count, Integer::sum));
            sum.orders.add(window.orders);
            if (window.slowest > sum.slowest) {
                sum.slowest = window.slowest;
                sum.slowestAnswer = window.slowestAnswer;
            }
            sum.time = sum.time.plus(window.time);
        }
        return sum;
    }

    int count(AnswerKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    boolean isOrdersOnly() {
        return counts.keySet().equals(Set.of(AnswerKind.ORDERED));
    }

    double perSecond(AnswerKind kind) {
        return time.isZero() ? 0 : count(kind) * 1e9 / time.toNanos();
    }

    /** Of the orders that were taken, in milliseconds. */
    double ordered(double percent) {
        return orders.percentile(percent);
    }

    /** Of all answers, in milliseconds. */
    double longest() {
        return slowest / 1e6;
    }

    /** The begin of the answer that took longest. */
    String slowestAnswer() {
        return slowestAnswer;
    }
}
