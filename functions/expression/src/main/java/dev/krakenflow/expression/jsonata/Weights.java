package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Utils.RangeList;
import dev.krakenflow.json.JsonList;
import dev.krakenflow.json.JsonObject;
import dev.krakenflow.json.SharedObject;
import dev.krakenflow.json.WrittenSize;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How large values are when they are written out. A value can hold another many times over, so that a small one in
 * memory is endless on paper; much of the library walks values as if they were on paper. What was weighed is
 * remembered for a while.
 */
final class Weights {

    private static final int CHARACTERS_PER_NODE = 16;
    private static final int WORTH_REMEMBERING = 16;
    private static final int DEEPEST = 500;
    private static final long REMEMBERED = 500_000;

    private final long most;
    private final boolean whole;
    private final IdentityHashMap<Object, Long> known = new IdentityHashMap<>(0);
    private long remembered;

    /**
     * @param most what a value may weigh
     * @param whole whether a {@link SharedObject} weighs as much as what it holds, and not only as its own members
     */
    Weights(long most, boolean whole) {
        this.most = most;
        this.whole = whole;
    }

    boolean isWithin(Object value) {
        return of(value, 0) <= most;
    }

    /** The weight, or something above {@link #most}. */
    private long of(Object value, int depth) {
        if (value instanceof Number || value instanceof Boolean) {
            return 1;
        }
        if (value instanceof String text) {
            return 1L + text.length() / CHARACTERS_PER_NODE;
        }
        if (value instanceof JsonObject || value instanceof JsonList) {
            return WrittenSize.of(value);
        }
        if (!whole && value instanceof SharedObject object) {
            return 1L + object.size() + names(object);
        }
        if (value instanceof List<?> list) {
            return list instanceof RangeList ? list.size() : container(list, list, depth);
        }
        return value instanceof Map<?, ?> object ? container(object, object.values(), depth) + names(object) : 1;
    }

    private long container(Object container, Collection<?> parts, int depth) {
        Long before = known.isEmpty() ? null : known.get(container);
        if (before != null) {
            return before;
        }
        if (depth > DEEPEST) {
            return most + 1;
        }
        long weight = parts.isEmpty() ? 1 : 0;
        boolean nested = false;
        for (Object part : parts) {
            weight += part == null ? 0 : of(part, depth + 1);
            nested |= part instanceof List || part instanceof Map;
            if (weight > most) {
                return weight;
            }
        }
        if (nested || parts.size() > WORTH_REMEMBERING) {
            remember(container, parts.size(), weight);
        }
        return weight;
    }

    /** Long names count as strings do. */
    private static long names(Map<?, ?> object) {
        long weight = 0;
        for (Object name : object.keySet()) {
            weight += String.valueOf(name).length() / CHARACTERS_PER_NODE;
        }
        return weight;
    }

    /** Forgets what it knows, because something was changed. */
    void forget() {
        known.clear();
        remembered = 0;
    }

    /** Forgets everything from time to time, so that it does not keep alive what the evaluation has let go. */
    private void remember(Object container, int size, long weight) {
        remembered += size;
        if (remembered > REMEMBERED) {
            known.clear();
            remembered = size;
        }
        known.put(container, weight);
    }
}
