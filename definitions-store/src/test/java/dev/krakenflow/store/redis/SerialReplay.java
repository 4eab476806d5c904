package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.testing.SamplePlans;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the definitions again, one after the other in the order of their revisions, and requires of each that it is what
 * an admin who is alone would have written.
 */
final class SerialReplay {

    private final Map<RecordKey, Change.Put> records = new HashMap<>();
    private final Map<String, Plan> plans = new HashMap<>();

    void make(ScriptedAdmin.Definition definition) {
        Change.Put put = definition.put();
        Change.Put before = records.put(put.key(), put);
        String what = "revision " + definition.revision() + " of " + put.key();
        assertThat(put.version()).as(what).isEqualTo(before == null ? 1 : before.version() + 1);
        Map<String, Plan> linked = definition.change().plans();
        assertThat(linked.keySet())
                .as("relinked by " + what)
                .isEqualTo(put.key().kind() == Kind.PIPELINES ? Set.of(put.key().name()) : names(usersOf(put.key())));
        linked.forEach((name, plan) -> {
            Change.Put pipeline = records.get(RecordKey.pipeline(name));
            assertThat(SamplePlans.mark(plan)).as(what).isEqualTo(Long.toString(pipeline.version()));
            assertThat(SamplePlans.versions(plan)).as(what).isEqualTo(versionsOf(pipeline.uses()));
        });
        plans.putAll(linked);
    }

    Map<RecordKey, Change.Put> records() {
        return records;
    }

    Map<String, Plan> plans() {
        return plans;
    }

    Set<RecordKey> usersOf(RecordKey used) {
        return records.values().stream()
                .filter(it -> it.uses().contains(used))
                .map(Change.Put::key)
                .collect(Collectors.toSet());
    }

    private Map<String, Long> versionsOf(Set<RecordKey> services) {
        return services.stream()
                .collect(Collectors.toMap(
                        RecordKey::name, key -> records.get(key).version()));
    }

    private static Set<String> names(Set<RecordKey> keys) {
        return keys.stream().map(RecordKey::name).collect(Collectors.toSet());
    }

    static SerialReplay of(List<ScriptedAdmin.Definition> sorted) {
        SerialReplay replay = new SerialReplay();
        sorted.forEach(replay::make);
        return replay;
    }
}
