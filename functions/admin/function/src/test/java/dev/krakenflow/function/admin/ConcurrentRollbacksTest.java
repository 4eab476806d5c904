package dev.krakenflow.function.admin;

import static dev.krakenflow.function.admin.AdminsOfOneStore.await;
import static dev.krakenflow.function.admin.AdminsOfOneStore.define;
import static dev.krakenflow.function.admin.AdminsOfOneStore.rollback;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Admin functions that define one name and roll it back at the same time: each change has a number of its own. */
final class ConcurrentRollbacksTest {

    private static final RecordKey PIPELINE = RecordKey.pipeline("p");
    private static final int CLIENTS = 6;
    private static final int TIMES = 25;

    private final AdminsOfOneStore admins = new AdminsOfOneStore();
    private final AtomicInteger defined = new AtomicInteger();
    private final AtomicInteger rolledBack = new AtomicInteger();

    @AfterEach
    void close() {
        admins.close();
    }

    @Test
    void neverLoseOrRepeatANumber() throws Exception {
        define(admins.admin(), Kind.PIPELINES, pipeline("first"));
        define(admins.admin(), Kind.PIPELINES, pipeline("second"));
        defined.set(2);
        List<Callable<Boolean>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            AdminOperations admin = admins.admin();
            String mark = "client-" + client;
            boolean back = client % 2 == 0;
            clients.add(() -> repeat(admin, mark, back));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Boolean> client : threads.invokeAll(clients)) {
                assertThat(client.get()).isTrue();
            }
        }
        long newest = admins.record(PIPELINE).version();
        assertThat(newest)
                .as("each definition has a number, and each rollback has one unless it changed nothing")
                .isBetween((long) defined.get(), (long) defined.get() + rolledBack.get());
        List<DefinitionVersion> kept = await(admins.store().versions(PIPELINE));
        assertThat(kept)
                .extracting(DefinitionVersion::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(newest - DefinitionVersion.KEPT + 1, newest)
                        .boxed()
                        .toList());
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i).definition()).isNotEqualTo(kept.get(i - 1).definition());
        }
        assertThat(kept.getLast().definition())
                .isEqualTo(admins.record(PIPELINE).definition());
    }

    private boolean repeat(AdminOperations admin, String mark, boolean back) {
        for (int i = 0; i < TIMES; i++) {
            try {
                if (back) {
                    List<DefinitionVersion> kept = await(admins.store().versions(PIPELINE));
                    rollback(admin, PIPELINE, kept.get(kept.size() / 2).version());
                    rolledBack.incrementAndGet();
                } else {
                    define(admin, Kind.PIPELINES, pipeline(mark + "-" + i));
                    defined.incrementAndGet();
                }
            } catch (RequestException refused) {
                assertThat(refused.failure().code()).isIn("conflict", "version-undefined");
            }
        }
        return true;
    }

    private static String pipeline(String mark) {
        return "{\"name\": \"p\", \"components\": [], \"description\": \"" + mark + "\"}";
    }
}
