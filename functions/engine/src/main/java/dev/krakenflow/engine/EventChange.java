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

    private static boolean holdsAny(Map<String, Object> event, List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (event.containsKey(keys.get(i))) {
                return true;
            }
        }
        return false;
    }
}
