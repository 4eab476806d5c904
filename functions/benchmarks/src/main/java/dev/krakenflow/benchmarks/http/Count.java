package dev.krakenflow.benchmarks.http;

import dev.krakenflow.benchmarks.process.JsonClient;
import dev.krakenflow.benchmarks.process.Standalone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What many callers of a pipeline that counts were answered.
 *
 * @param events how many were sent
 * @param failures answers that were not 200
 * @param numbers different numbers in the answers
 * @param highest the highest of them
 * @param seconds how long all of it took
 */
record Count(int events, int failures, int numbers, long highest, double seconds) {

    private static final Pattern NUMBER = Pattern.compile("\\{\"n\":(\\d+)}");

    /** Sends so many events, from so many callers of each server at once, and waits for all answers. */
    static Count of(List<Standalone> servers, String pipeline, int events, int callers) {
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger();
        Set<Long> numbers = ConcurrentHashMap.newKeySet();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < servers.size() * callers; i++) {
                JsonClient client = servers.get(i % servers.size()).client();
                threads.execute(() -> {
                    while (sent.getAndIncrement() < events) {
                        if (!call(client, pipeline, numbers)) {
                            failures.incrementAndGet();
                        }
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long highest = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        return new Count(events, failures.get(), numbers.size(), highest, seconds);
    }

    private static boolean call(JsonClient client, String pipeline, Set<Long> numbers) {
        try {
            HttpResponse<String> answer = client.post("/pipelines/call/" + pipeline, "{}");
            Matcher number = NUMBER.matcher(answer.body());
            return answer.statusCode() == 200 && number.matches() && numbers.add(Long.valueOf(number.group(1)));
        } catch (IOException failed) {
            return false;
        }
    }

    /** Whether every event got a number of its own, and none was left out. */
    boolean isExact() {
        return failures == 0 && numbers == events && highest == events;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d events, %d failures, %d different numbers up to %d, %.1f s, %.0f events/s",
                events,
                failures,
                numbers,
                highest,
                seconds,
                events / seconds);
    }
}
