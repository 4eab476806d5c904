package dev.krakenflow.engine;

import dev.krakenflow.json.SharedObject;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An event of few keys, in their order. Every stage makes a new event, and most have so few keys that two arrays cost a
 * fraction of a hash table: to copy, to keep, and to look into. Immutable.
 */
final class CompactEvent extends AbstractMap<String, Object> implements SharedObject {

    /** With more keys than these a hash table is better. */
    static final int MOST_KEYS = 32;

    private final String[] keys;
    private final Object[] values;
    private final int size;

    private CompactEvent(String[] keys, Object[] values, int size) {
        this.keys = keys;
        this.values = values;
        this.size = size;
    }

    /** As {@link EventChange#merged}, for events that have at most {@link #MOST_KEYS} with the changes. */
    static CompactEvent merged(Map<String, Object> event, Map<String, Object> changes, List<String> remove) {
        CompactEvent copy = copy(event, event.size() + changes.size());
        int size = copy.size;
        for (Entry<String, Object> change : changes.entrySet()) {
            int index = copy.indexOf(change.getKey(), size);
            if (index < 0) {
                index = size++;
                copy.keys[index] = change.getKey();
            }
            copy.values[index] = change.getValue();
        }
        for (int i = 0; i < remove.size(); i++) {
            size = copy.removed(remove.get(i), size);
        }
        return new CompactEvent(copy.keys, copy.values, size);
    }

    /** As {@link EventChange#with}; shares the keys where it can. */
    CompactEvent with(String key, Object value) {
        int index = indexOf(key, size);
        String[] allKeys = keys;
        Object[] allValues;
        if (index >= 0) {
            allValues = values.clone();
        } else {
            index = size;
            allKeys = Arrays.copyOf(keys, size + 1);
            allKeys[index] = key;
            allValues = Arrays.copyOf(values, size + 1);
        }
        allValues[index] = value;
        return new CompactEvent(allKeys, allValues, Math.max(size, index + 1));
    }

    /** As {@link EventChange#collect}; most members stand where they stood before. */
    void collectChanges(CompactEvent before, Map<String, Object> changes) {
        for (int i = 0; i < size; i++) {
            boolean same = i < before.size && keys[i].equals(before.keys[i]);
            Object value = same ? before.values[i] : before.get(keys[i]);
            if (!JsonEquality.areEqual(value, values[i])) {
                changes.put(keys[i], values[i]);
            }
        }
    }

    private static CompactEvent copy(Map<String, Object> event, int room) {
        if (event instanceof CompactEvent compact) {
            return new CompactEvent(
                    Arrays.copyOf(compact.keys, room), Arrays.copyOf(compact.values, room), compact.size);
        }
        String[] keys = new String[room];
        Object[] values = new Object[room];
        int size = 0;
        for (Entry<String, Object> entry : event.entrySet()) {
            keys[size] = entry.getKey();
            values[size++] = entry.getValue();
        }
        return new CompactEvent(keys, values, size);
    }

    private int removed(String key, int before) {
        int index = indexOf(key, before);
        if (index < 0) {
            return before;
        }
        int behind = before - index - 1;
        System.arraycopy(keys, index + 1, keys, index, behind);
        System.arraycopy(values, index + 1, values, index, behind);
        return before - 1;
    }

    private int indexOf(Object key, int end) {
        int hash = key.hashCode();
        for (int i = 0; i < end; i++) {
            String other = keys[i];
            if (other == key || (other.hashCode() == hash && other.equals(key))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        int index = key == null ? -1 : indexOf(key, size);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && indexOf(key, size) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (int i = 0; i < size; i++) {
            action.accept(keys[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new Entries();
    }

    @Override
    public String toString() {
        return SharedObject.text(this);
    }

    private final class Entries extends AbstractSet<Entry<String, Object>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Entry<String, Object> next() {
                    if (next >= size) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(keys[next], values[next++]);
                }
            };
        }
    }
}
