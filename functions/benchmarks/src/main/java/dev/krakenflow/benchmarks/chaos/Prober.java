package dev.krakenflow.benchmarks.chaos;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** One caller on a thread of its own, who tries something again and again and remembers every answer. */
final class Prober {
    private static final long PAUSE_MILLIS = 20;

    private final List<Probe> probes = new ArrayList<>();
    private final Attempt attempt;
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::work);
    private volatile boolean stopping;

    private Prober(Attempt attempt) {
        this.attempt = attempt;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt {
        HttpResponse<String> send(int number) throws IOException;
    }

    /**
     * Begins to try.
     *
     * @param attempt gets the numbers from 1
     */
    static Prober begin(Attempt attempt) {
        Prober prober = new Prober(attempt);
        prober.thread.start();
        return prober;
    }

    private void work() {
        try {
            while (!stopping) {
                probes.add(probe(probes.size() + 1));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Probe probe(int number) {
        long sentAt = System.nanoTime();
        try {
            HttpResponse<String> answer = attempt.send(number);
            return new Probe(number, sentAt, System.nanoTime(), answer.statusCode(), answer.body());
        } catch (IOException none) {
            return new Probe(number, sentAt, System.nanoTime(), 0, none.toString());
        }
    }

    /** Lets the last answer come, and gives all of them in their order. */
    List<Probe> stop() throws InterruptedException {
        stopping = true;
        thread.join();
        return List.copyOf(probes);
    }
}
