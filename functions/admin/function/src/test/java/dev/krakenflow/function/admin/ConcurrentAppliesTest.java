package dev.krakenflow.function.admin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.Position;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sets that are applied by several admin functions, whole, while others define and export. */
final class ConcurrentAppliesTest {

    private static final int TIMES = 100;

    private final AdminsOfOneStore admins = new AdminsOfOneStore();

    @AfterEach
    void close() {
        admins.close();
    }

    @Test
    void areSeenWhole() throws Exception {
        AdminOperations one = admins.admin();
        AdminOperations other = admins.admin();
        apply(one, set(0));
        CompletableFuture<Void> applies = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= TIMES; i++) {
                applyOrConflict(i % 2 == 0 ? one : other, set(i));
            }
        });
        CompletableFuture<Void> defines = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= TIMES; i++) {
                AdminsOfOneStore.define(other, Kind.PIPELINES, pipeline("else", i));
            }
        });
        Set<Set<String>> seen = new HashSet<>();
        while (!applies.isDone()) {
            export(one).ifPresent(seen::add);
        }
        CompletableFuture.allOf(applies, defines).get(60, TimeUnit.SECONDS);
        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(versions -> assertThat(versions).hasSize(1));
        assertThat(versionOf("a")).isEqualTo(versionOf("b")).isEqualTo(TIMES);
    }

    @Test
    void writeNothingWhenNothingIsAnother() {
        AdminOperations admin = admins.admin();
        apply(admin, set(1));
        Position before = position();
        apply(admin, set(1));
        assertThat(position()).isEqualTo(before);
        apply(admin, set(2));
        assertThat(position()).isNotEqualTo(before);
    }

    @Test
    void leaveThePlansAsTheyAreWhereNothingIsAnother() {
        AdminOperations admin = admins.admin();
        apply(admin, set(1));
        Plan before = plan("b");
        apply(admin, "{\"pipelines\": [" + pipeline("a", 5) + "," + pipeline("b", 1) + "]}");
        assertThat(plan("b")).isSameAs(before);
    }

    private static void applyOrConflict(AdminOperations admin, String set) {
        for (int tries = 0; tries < TIMES; tries++) {
            try {
                apply(admin, set);
                return;
            } catch (RequestException refused) {
                assertThat(refused.failure().code()).isEqualTo("conflict");
            }
        }
    }

    private static void apply(AdminOperations admin, String set) {
        OperationBody body = new OperationBody("application/json", set.getBytes(StandardCharsets.UTF_8));
        AdminsOfOneStore.await(admin.apply(new ApplyRequest(body, false, false)));
    }

    /** The versions of the pipelines of the set; nothing where the export gave up. */
    private static Optional<Set<String>> export(AdminOperations admin) {
        Map<?, ?> set;
        try {
            set = (Map<?, ?>) AdminsOfOneStore.await(admin.export());
        } catch (RequestException refused) {
            assertThat(refused.failure().code()).isEqualTo("conflict");
            return Optional.empty();
        }
        Set<String> versions = new HashSet<>();
        for (Object pipeline : (List<?>) set.get("pipelines")) {
            if (!"else".equals(((Map<?, ?>) pipeline).get("name"))) {
                versions.add(String.valueOf(((Map<?, ?>) pipeline).get("components")));
            }
        }
        return Optional.of(versions);
    }

    private int versionOf(String pipeline) {
        Stage stage = (Stage) plan(pipeline).program().components().get(0);
        return requireNonNull(stage.transform()).get("v").intValue();
    }

    private Plan plan(String pipeline) {
        return requireNonNull(
                AdminsOfOneStore.await(admins.store().load(pipeline)).plan());
    }

    private Position position() {
        return AdminsOfOneStore.await(admins.store().changesSince(new Position("", 0)))
                .position();
    }

    private static String set(int version) {
        return "{\"pipelines\": [" + pipeline("a", version) + "," + pipeline("b", version) + "]}";
    }

    private static String pipeline(String name, int version) {
        return "{\"name\": \"" + name
                + "\", \"components\": [{\"type\": \"stage\", \"name\": \"s\", \"transform\": {\"v\": " + version
                + "}}]}";
    }
}
