package dev.krakenflow.standalone.redefinition.testing;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that send one request again and again, as fast as it is answered, while a test changes something. */
public final class Callers {

    private static final int CLIENTS = 4;

    private Callers() {}

    /**
     * Calls until the work is done.
     *
     * @param request that all of them send
     * @param work what is done meanwhile
     * @return each different answer, as {@code "<status> <body>"}, and how often it came
     */
    public static Map<String, Integer> during(HttpRequest request, Work work) throws Exception {
        Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                threads.execute(() -> callUntil(done, http, request, answers));
            }
            try {
                work.run();
            } finally {
                done.set(true);
            }
        }
        Map<String, Integer> counted = new TreeMap<>();
        answers.forEach((answer, count) -> counted.put(answer, count.get()));
        return counted;
    }

    private static void callUntil(
            AtomicBoolean done, HttpClient http, HttpRequest request, Map<String, AtomicInteger> answers) {
        while (!done.get()) {
            answers.computeIfAbsent(answer(http, request), text -> new AtomicInteger())
                    .incrementAndGet();
        }
    }

    private static String answer(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException lost) {
            return "no answer: " + lost.getMessage();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    /** What is done while the clients call. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
