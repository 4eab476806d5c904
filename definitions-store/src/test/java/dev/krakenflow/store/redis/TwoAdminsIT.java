package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import dev.krakenflow.store.testing.SamplePlans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two admin processes define and relink the same few names a thousand times, at the same time: what is there in the end
 * must be what some order of these definitions, one after the other, would have made.
 */
final class TwoAdminsIT {

    private static final int DEFINITIONS = 1_000;
    private static final int THREADS_EACH = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void theEndStateIsThatOfSomeSerialOrder() throws Exception {
        try (RedisServer server = RedisServer.start(RedisBinary.embedded());
                RedisClients clients = new RedisClients(server)) {
            List<DefinitionStore> stores = List.of(clients.store(), clients.store());
            List<ScriptedAdmin.Definition> made = defineAtOnce(stores);
            assertThat(made).hasSize(DEFINITIONS);
            requireOneCommitForEachRevision(made);
            requireVersionsWithoutGaps(made);
            requireEndState(clients.store(), made);
        }
    }

    private static List<ScriptedAdmin.Definition> defineAtOnce(List<DefinitionStore> stores) throws Exception {
        int threads = stores.size() * THREADS_EACH;
        List<Callable<List<ScriptedAdmin.Definition>>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int share = DEFINITIONS / threads + (thread < DEFINITIONS % threads ? 1 : 0);
            ScriptedAdmin admin = new ScriptedAdmin(stores.get(thread % stores.size()), thread);
            tasks.add(() -> admin.define(share));
        }
        List<ScriptedAdmin.Definition> made = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<List<ScriptedAdmin.Definition>> done : executor.invokeAll(tasks)) {
                made.addAll(done.get());
            }
        }
        return made;
    }

    private static void requireOneCommitForEachRevision(List<ScriptedAdmin.Definition> made) {
        assertThat(made.stream().map(ScriptedAdmin.Definition::revision).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, DEFINITIONS).boxed().toList());
    }

    private static void requireVersionsWithoutGaps(List<ScriptedAdmin.Definition> made) {
        Map<RecordKey, List<ScriptedAdmin.Definition>> byKey =
                made.stream().collect(Collectors.groupingBy(ScriptedAdmin.Definition::key));
        byKey.forEach((key, definitions) -> assertThat(definitions.stream()
                        .sorted(Comparator.comparing(ScriptedAdmin.Definition::revision))
                        .map(ScriptedAdmin.Definition::version))
                .as("versions of %s in the order of the commits", key)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, definitions.size())
                        .boxed()
                        .toList()));
    }

    private static void requireEndState(DefinitionStore store, List<ScriptedAdmin.Definition> made) {
        Set<RecordKey> keys =
                made.stream().map(ScriptedAdmin.Definition::key).collect(Collectors.toSet());
        Map<RecordKey, DefinitionRecord> records =
                store.read(keys).await().atMost(PATIENCE);
        assertThat(records).containsOnlyKeys(keys);
        for (RecordKey key : keys) {
            long defined = made.stream().filter(it -> it.key().equals(key)).count();
            assertThat(records.get(key).version()).as("version of %s", key).isEqualTo(defined);
            if (key.kind() == Kind.PIPELINES) {
                requireLinkedWithTheLastServices(store, records, key);
            } else {
                requireUsers(store, records, key);
            }
        }
    }

    private static void requireLinkedWithTheLastServices(
            DefinitionStore store, Map<RecordKey, DefinitionRecord> records, RecordKey key) {
        LivePlan live = store.load(key.name()).await().atMost(PATIENCE);
        DefinitionRecord stored = records.get(key);
        assertThat(SamplePlans.mark(live.plan())).isEqualTo(Long.toString(stored.version()));
        assertThat(live.version()).isEqualTo(stored.version());
        assertThat(SamplePlans.versions(live.plan()))
                .as("what %s is linked with", key)
                .isEqualTo(stored.uses().stream()
                        .collect(Collectors.toMap(
                                RecordKey::name, used -> records.get(used).version())));
        assertThat(live.position()).isEqualTo(new Position(live.position().epoch(), DEFINITIONS));
    }

    private static void requireUsers(
            DefinitionStore store, Map<RecordKey, DefinitionRecord> records, RecordKey service) {
        Set<RecordKey> users = records.values().stream()
                .filter(it -> it.uses().contains(service))
                .map(DefinitionRecord::key)
                .collect(Collectors.toSet());
        assertThat(store.users(List.of(service)).await().atMost(PATIENCE).get(service).names())
                .as("users of %s", service)
                .isEqualTo(users);
    }
}
