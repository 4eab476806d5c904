package dev.krakenflow.store.redis;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import dev.krakenflow.store.testing.SamplePlans;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Defines services and pipelines as an admin function does: read, compute, commit if nothing changed, otherwise again. A
 * plan carries the version of its pipeline and those of the services that it was linked with.
 */
final class ScriptedAdmin {

    /** One definition that was committed: what was written, and as which revision. */
    record Definition(Change change, long revision) {
        Change.Put put() {
            return change.puts().get(0);
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SERVICES = 3;
    private static final int PIPELINES = 6;

    private final DefinitionStore store;
    private final Random random;

    ScriptedAdmin(DefinitionStore store, long seed) {
        this.store = store;
        this.random = new Random(seed);
    }

    List<Definition> define(int times) {
        List<Definition> made = new ArrayList<>();
        while (made.size() < times) {
            made.add(random.nextInt(3) == 0 ? defineService() : definePipeline());
        }
        return made;
    }

    private Definition defineService() {
        RecordKey service = RecordKey.service("s" + random.nextInt(SERVICES));
        return untilCommitted(() -> {
            Users users = await(store.users(List.of(service))).get(service);
            Set<RecordKey> keys = new HashSet<>(users.names());
            keys.add(service);
            keys.addAll(allServices());
            Map<RecordKey, DefinitionRecord> read = await(store.read(keys));
            long version = versionOf(read, service) + 1;
            Map<String, Plan> plans = new HashMap<>();
            for (RecordKey pipeline : users.names()) {
                DefinitionRecord it = read.get(pipeline);
                if (it != null) {
                    Map<String, Long> linked = versions(read, it.uses());
                    linked.computeIfPresent(service.name(), (name, old) -> version);
                    plans.put(pipeline.name(), plan(pipeline, it.version(), linked));
                }
            }
            return new Change(
                    revisions(keys, read),
                    Map.of(service, users.revision()),
                    List.of(put(service, version, Set.of())),
                    List.of(),
                    plans);
        });
    }

    private Definition definePipeline() {
        RecordKey pipeline = RecordKey.pipeline("p" + random.nextInt(PIPELINES));
        return untilCommitted(() -> {
            Set<RecordKey> keys = allServices();
            keys.add(pipeline);
            Map<RecordKey, DefinitionRecord> read = await(store.read(keys));
            Set<RecordKey> uses = new HashSet<>(keys);
            uses.removeIf(key -> key.equals(pipeline) || !read.containsKey(key) || random.nextBoolean());
            long version = versionOf(read, pipeline) + 1;
            return new Change(
                    revisions(keys, read),
                    Map.of(),
                    List.of(put(pipeline, version, uses)),
                    List.of(),
                    Map.of(pipeline.name(), plan(pipeline, version, versions(read, uses))));
        });
    }

    private Definition untilCommitted(Supplier<Change> attempt) {
        while (true) {
            Change change = attempt.get();
            switch (await(store.commit(change))) {
                case Commit.Committed committed -> {
                    return new Definition(change, committed.revision());
                }
                case Commit.Refused refused -> {}
            }
        }
    }

    private static Set<RecordKey> allServices() {
        Set<RecordKey> keys = new HashSet<>();
        for (int i = 0; i < SERVICES; i++) {
            keys.add(RecordKey.service("s" + i));
        }
        return keys;
    }

    private static Map<RecordKey, Long> revisions(Set<RecordKey> keys, Map<RecordKey, DefinitionRecord> read) {
        Map<RecordKey, Long> revisions = new HashMap<>();
        keys.forEach(
                key -> revisions.put(key, read.containsKey(key) ? read.get(key).revision() : 0));
        return revisions;
    }

    private static Map<String, Long> versions(Map<RecordKey, DefinitionRecord> read, Set<RecordKey> services) {
        Map<String, Long> versions = new LinkedHashMap<>();
        services.stream().sorted().forEach(key -> versions.put(key.name(), versionOf(read, key)));
        return versions;
    }

    private static long versionOf(Map<RecordKey, DefinitionRecord> read, RecordKey key) {
        DefinitionRecord it = read.get(key);
        return it == null ? 0 : it.version();
    }

    private static Change.Put put(RecordKey key, long version, Set<RecordKey> uses) {
        return new Change.Put(key, SamplePlans.definition(key.name(), Long.toString(version)), true, version, uses);
    }

    private static Plan plan(RecordKey pipeline, long version, Map<String, Long> services) {
        return SamplePlans.plan(pipeline.name(), Long.toString(version), services);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
