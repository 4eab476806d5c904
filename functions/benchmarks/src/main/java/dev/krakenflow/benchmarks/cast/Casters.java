package dev.krakenflow.benchmarks.cast;

import dev.krakenflow.benchmarks.process.FunctionProcess;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that cast events, each until one of the pipeline functions accepts it. */
final class Casters implements AutoCloseable {

    private static final long PAUSE_MILLIS = 50;

    private final List<FunctionProcess> functions;
    private final AcceptedCasts accepted;
    private final int events;
    private final long pauseMillis;
    private final AtomicInteger next = new AtomicInteger();
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();

    /**
     * Callers that do nothing yet.
     *
     * @param functions one after another takes an event, and another one what the first did not
     * @param events how many are cast
     * @param pauseMillis rest of a caller between two events
     */
    Casters(List<FunctionProcess> functions, AcceptedCasts accepted, int events, int callers, long pauseMillis) {
        this.functions = functions;
        this.accepted = accepted;
        this.events = events;
        this.pauseMillis = pauseMillis;
        this.threads = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            running.add(threads.submit(() -> {
                castAll();
                return null;
            }));
        }
    }

    /** Waits until all events are accepted. */
    void await() throws IOException {
        try {
            for (Future<?> caller : running) {
                caller.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        }
    }

    private void castAll() throws InterruptedException {
        for (int event = next.getAndIncrement(); event < events; event = next.getAndIncrement()) {
            cast("e" + event, event);
            Thread.sleep(pauseMillis);
        }
    }

    private void cast(String id, int first) throws InterruptedException {
        for (int attempt = first; ; attempt++) {
            try {
                HttpResponse<String> answer = functions
                        .get(attempt % functions.size())
                        .client()
                        .post("/pipelines/cast/attend", "{\"id\": \"" + id + "\"}");
                if (answer.statusCode() == 202) {
                    accepted.add(id, new JsonObject(answer.body()).getString("ok"));
                    return;
                }
            } catch (IOException away) {
                // The next attempt goes to another process.
            }
            accepted.refused();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
