package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventChangeTest {

    private static Map<String, Object> keys(String prefix, int count) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(prefix + i, i);
        }
        return map;
    }

    @Test
    void keepsTheEventWhenNothingChanges() {
        Map<String, Object> event = keys("a", 3);
        assertThat(EventChange.merged(event, Map.of(), List.of("x"))).isSameAs(event);
    }

    @Test
    void doesAsAnOrderedHashMapDoesWhateverIsMergedAndRemoved() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            Map<String, Object> expected = keys("k", random.nextInt(40));
            Map<String, Object> event = expected;
            for (int change = 0; change < 20; change++) {
                Map<String, Object> changes = keys("k" + random.nextInt(9), random.nextInt(4));
                List<String> remove = List.of("k" + random.nextInt(40), "k" + random.nextInt(40));
                Map<String, Object> before = event;
                List<Object> seen = new ArrayList<>(before.entrySet());
                event = EventChange.merged(event, changes, remove);
                assertThat(new ArrayList<>(before.entrySet())).isEqualTo(seen);
                expected = new LinkedHashMap<>(expected);
                expected.putAll(changes);
                remove.forEach(expected::remove);
                assertSame(event, expected);
            }
        }
    }

    private static void assertSame(Map<String, Object> event, Map<String, Object> expected) {
        assertThat(event.entrySet()).containsExactlyElementsOf(expected.entrySet());
        assertThat(event).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(expected.size());
        expected.forEach((key, value) -> assertThat(event.get(key)).isEqualTo(value));
        assertThat(event.containsKey("nope")).isFalse();
        assertThat(event.get("nope")).isNull();
        Map<String, Object> visited = new LinkedHashMap<>();
        event.forEach(visited::put);
        assertThat(visited).isEqualTo(expected);
    }

    @Test
    void setsOneKeyInItsPlaceOrBehindTheOthers() {
        for (int keys : new int[] {0, 3, 31, 32, 40}) {
            Map<String, Object> event = EventChange.compact(keys("k", keys));
            Map<String, Object> expected = keys("k", keys);
            assertSame(event, expected);
            expected.put("new", 1);
            Map<String, Object> one = EventChange.with(event, "new", 1);
            assertSame(one, expected);
            Map<String, Object> other = EventChange.with(one, "new", 2);
            assertSame(one, expected);
            expected.put("new", 2);
            assertSame(other, expected);
            expected.put("more", 3);
            assertSame(EventChange.with(other, "more", 3), expected);
            assertSame(event, keys("k", keys));
        }
    }

    @Test
    void collectsWhatHasAnotherValueWhereverItStands() {
        for (int keys : new int[] {3, 40}) {
            Map<String, Object> before = EventChange.compact(keys("k", keys));
            Map<String, Object> after = EventChange.merged(before, Map.of("k1", 9, "new", 2), List.of("k0"));
            Map<String, Object> changes = new LinkedHashMap<>();
            EventChange.collect(before, after, changes);
            assertThat(changes).isEqualTo(Map.of("k1", 9, "new", 2));
        }
    }

    @Test
    void makesEventsThatNobodyCanChange() {
        Map<String, Object> event = EventChange.merged(Map.of("a", 1), Map.of("b", 2), List.of());
        assertThatThrownBy(() -> event.put("c", 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> event.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> event.entrySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> event.entrySet().iterator().next().setValue(3))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(event).isEqualTo(Map.of("a", 1, "b", 2));
    }

    @Test
    void makesEventsWhoseTextShowsNothing() {
        Map<String, Object> event = EventChange.merged(Map.of("a", 1), Map.of("b", "secret"), List.of());
        assertThat(event).hasToString("an object of 2 members");
        Map<String, Object> large = EventChange.merged(keys("k", 40), Map.of("b", "secret"), List.of());
        assertThat(large).hasToString("an object of 41 members");
    }

    @Test
    void looksForOtherThingsThanKeysInVain() {
        Map<String, Object> event = EventChange.merged(Map.of("a", 1), Map.of("b", 2), List.of());
        assertThat(event.get(null)).isNull();
        assertThat(event.get((Object) "c")).isNull();
        assertThat(event.containsKey(null)).isFalse();
    }
}
