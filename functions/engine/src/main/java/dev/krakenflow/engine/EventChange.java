package dev.krakenflow.engine;

import java.util.List;
import java.util.Map;

/** Makes new events of old ones; no event is ever changed. */
final class EventChange {

    private EventChange() {}

    /** The event with other values for some keys, new keys behind, and without those to remove. */
    static Map<String, Object> merged(Map<String, Object> event, Map<String, Object> changes, List<String> remove) {
        if (changes.isEmpty() && !holdsAny(event, remove)) {
            return event;
        }
        int mostKeys = event.size() + changes.size();
        if (mostKeys <= CompactEvent.MOST_KEYS) {
            return CompactEvent.merged(event, changes, remove);
        }
        Map<String, Object> merged = new LargeEvent(event, mostKeys);
        merged.putAll(changes);
        for (int i = 0; i < remove.size(); i++) {
            merged.remove(remove.get(i));
        }
        return merged;
    }

    /** The same event in the form from which others are made fastest. */
    static Map<String, Object> compact(Map<String, Object> event) {
        boolean asItIs = event instanceof CompactEvent || event.size() > CompactEvent.MOST_KEYS;
        return asItIs ? event : CompactEvent.merged(event, Map.of(), List.of());
    }

    /** The event with another value for one key, which is a new one behind the others if it has it not. */
    static Map<String, Object> with(Map<String, Object> event, String key, Object value) {
        return event instanceof CompactEvent compact && compact.size() < CompactEvent.MOST_KEYS
                ? compact.with(key, value)
                : merged(event, Map.of(key, value), List.of());
    }

    /** Collects the members of an event that have another value than in an earlier one, or are not in that. */
    static void collect(Map<String, Object> before, Map<String, Object> after, Map<String, Object> changes) {
        if (before instanceof CompactEvent earlier && after instanceof CompactEvent later) {
            later.collectChanges(earlier, changes);
            return;
        }
        after.forEach((key, value) -> {
            if (!JsonEquality.areEqual(before.get(key), value)) {
                changes.put(key, value);
            }
        });
    }

    private static boolean holdsAny(Map<String, Object> event, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (event.containsKey(keys.get(i))) {
                return true;
            }
        }
        return false;
    }
}
