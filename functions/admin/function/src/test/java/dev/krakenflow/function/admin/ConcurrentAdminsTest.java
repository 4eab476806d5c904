package dev.krakenflow.function.admin;

import static dev.krakenflow.function.admin.AdminsOfOneStore.await;
import static dev.krakenflow.function.admin.AdminsOfOneStore.define;
import static dev.krakenflow.function.admin.AdminsOfOneStore.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two admin functions that change the same names at the same time: one a service, the other the pipeline that uses it. */
final class ConcurrentAdminsTest {

    private static final int TIMES = 200;
    private static final int CLIENTS = 8;
    private static final int DEFINES = 20;
    private static final RecordKey SERVICE = RecordKey.service("s");
    private static final RecordKey PIPELINE = RecordKey.pipeline("p");

    private final AdminsOfOneStore admins = new AdminsOfOneStore();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicInteger conflicts = new AtomicInteger();

    @AfterEach
    void close() {
        threads.shutdownNow();
        admins.close();
    }

    @Test
    void endAsIfOneHadComeAfterTheOther() throws Exception {
        AdminOperations one = admins.admin();
        AdminOperations other = admins.admin();
        define(one, Kind.SERVICES, service(0));
        define(one, Kind.PIPELINES, pipeline(0));
        CompletableFuture<Void> services = repeat(i -> {
            define(one, Kind.SERVICES, service(i));
            run(one, i % 2 == 0 ? "start" : "stop", SERVICE);
        });
        CompletableFuture<Void> pipelines = repeat(i -> define(other, Kind.PIPELINES, pipeline(i)));
        CompletableFuture.allOf(services, pipelines).get(120, TimeUnit.SECONDS);

        DefinitionRecord service = admins.record(SERVICE);
        DefinitionRecord pipeline = admins.record(PIPELINE);
        Plan plan = await(admins.store().load("p")).plan();
        assertThat(plan).isNotNull();
        assertThat(plan.services().get("s").start())
                .isEqualTo(service.definition().at("/client/start"));
        assertThat(plan.services().get("s").state().name()).isEqualTo(service.started() ? "STARTED" : "STOPPED");
        assertThat(((Stage) plan.program().components().get(0)).transform())
                .isEqualTo(pipeline.definition().at("/components/0/transform"));
        assertThat(conflicts.get()).isLessThan(TIMES / 2);
    }

    @Test
    void neverConflictWithinOneProcess() throws Exception {
        AdminOperations admin = admins.admin();
        define(admin, Kind.SERVICES, service(0));
        CompletableFuture<?>[] clients = new CompletableFuture<?>[CLIENTS];
        for (int client = 0; client < CLIENTS; client++) {
            boolean services = client % 4 == 0;
            clients[client] = CompletableFuture.runAsync(
                    () -> repeat(
                            DEFINES,
                            i -> define(
                                    admin,
                                    services ? Kind.SERVICES : Kind.PIPELINES,
                                    services ? service(i) : pipeline(i))),
                    threads);
        }
        CompletableFuture.allOf(clients).get(120, TimeUnit.SECONDS);
        assertThat(conflicts.get()).isZero();
    }

    private CompletableFuture<Void> repeat(IntConsumer step) {
        return CompletableFuture.runAsync(() -> repeat(TIMES, step), threads);
    }

    private void repeat(int times, IntConsumer step) {
        for (int i = 1; i <= times; i++) {
            try {
                step.accept(i);
            } catch (RequestException refused) {
                assertThat(refused.failure().code()).isIn("conflict", "already-started");
                conflicts.incrementAndGet();
            }
        }
    }

    private static String service(int i) {
        return "{\"name\": \"s\", \"client\": {\"module\": \"lambda\", \"start\": {\"functions\": {\"f\": \"{% function($a) { {'n': "
                + i + "} } %}\"}}}, \"interface\": {\"f\": {\"call\": {\"function\": \"f\"}}}}";
    }

    private static String pipeline(int i) {
        return "{\"name\": \"p\", \"components\": [{\"type\": \"stage\", \"name\": \"a\", \"service\": {\"name\": \"s\","
                + " \"function\": \"f\"}, \"transform\": {\"i\": " + i + "}}]}";
    }
}
