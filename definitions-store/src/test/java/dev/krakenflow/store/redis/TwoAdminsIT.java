package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two admin processes define and relink the same few names a thousand times, at the same time: each definition must have
 * been computed from the state that its revision follows, and in the end there must be what the same definitions, one
 * after the other, would have made.
 */
final class TwoAdminsIT {

    private static final int DEFINITIONS = 1_000;
    private static final int THREADS_EACH = 3;

    @Test
    void theEndStateIsThatOfASerialOrder() throws Exception {
        try (RedisServer server = RedisServer.start(RedisBinary.embedded());
                RedisClients clients = new RedisClients(server)) {
            List<DefinitionStore> stores = List.of(clients.store(), clients.store());
            stores.forEach(store -> await(store.ping()));
            List<ScriptedAdmin.Definition> made = new ArrayList<>(defineAtOnce(stores));
            made.sort(Comparator.comparing(ScriptedAdmin.Definition::revision));
            assertThat(made.stream().map(ScriptedAdmin.Definition::revision))
                    .as("one revision for each commit")
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, DEFINITIONS).boxed().toList());
            SerialReplay replay = SerialReplay.of(made);
            replay.records().values().forEach(expected -> requireRecord(clients.store(), replay, expected));
            replay.plans().keySet().forEach(name -> requirePlan(clients.store(), replay, name));
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

    private static void requireRecord(DefinitionStore store, SerialReplay replay, Change.Put expected) {
        RecordKey key = expected.key();
        DefinitionRecord stored = await(store.read(List.of(key))).get(key);
        assertThat(stored.version()).as("version of %s", key).isEqualTo(expected.version());
        assertThat(stored.definition()).isEqualTo(expected.definition());
        assertThat(stored.uses()).as("used by %s", key).isEqualTo(expected.uses());
        List<DefinitionVersion> versions = await(store.versions(key));
        assertThat(versions)
                .extracting(DefinitionVersion::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                Math.max(1, stored.version() - DefinitionVersion.KEPT + 1), stored.version())
                        .boxed()
                        .toList());
        Map<RecordKey, Users> users = await(store.users(Set.of(key)));
        assertThat(users.get(key).names()).as("users of %s", key).isEqualTo(replay.usersOf(key));
    }

    private static void requirePlan(DefinitionStore store, SerialReplay replay, String name) {
        LivePlan live = await(store.load(name));
        assertThat(live.plan()).isEqualTo(replay.plans().get(name));
        assertThat(live.version())
                .isEqualTo(replay.records().get(RecordKey.pipeline(name)).version());
        assertThat(live.position().revision()).isEqualTo(DEFINITIONS);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
