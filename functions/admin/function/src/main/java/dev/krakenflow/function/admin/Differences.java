package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition differs from another one: <code>{"pointer", "before"?, "after"?}</code>, a part that is not there left
 * out. Elements of lists are compared by their positions; an object that differs only in the order of its keys is shown
 * whole. Not thread-safe.
 */
final class Differences {

    /** So many are told of one definition. */
    static final int MOST = 100;

    private final RecordKey key;
    private final int most;
    private final List<Object> told = new ArrayList<>();
    private int leftOut;

    private Differences(RecordKey key, int most) {
        this.key = key;
        this.most = most;
    }

    /**
     * The differences; where some are left out, an entry <code>{"left_out": n}</code> stands at the end.
     *
     * @param key what is defined: of services, what may be secret is masked
     * @param most so many are told, and {@link #MOST} at most
     */
    static List<Object> of(RecordKey key, JsonNode before, JsonNode after, int most) {
        Differences differences = new Differences(key, Math.min(most, MOST));
        differences.compare("", before, after);
        if (differences.leftOut > 0) {
            differences.told.add(Map.of("left_out", differences.leftOut));
        }
        return differences.told;
    }

    private void compare(String pointer, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            members(pointer, before, after);
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                part(Pointers.element(pointer, i), before.get(i), after.get(i));
            }
        } else if (!SameDefinition.are(before, after)) {
            tell(pointer, before, after);
        }
    }

    private void members(String pointer, JsonNode before, JsonNode after) {
        List<String> old = names(before);
        List<String> fresh = names(after);
        Set<String> all = new LinkedHashSet<>(old);
        all.addAll(fresh);
        all.forEach(name -> part(Pointers.member(pointer, name), before.get(name), after.get(name)));
        List<String> order = new ArrayList<>(fresh);
        old.removeIf(name -> !after.has(name));
        order.removeIf(name -> !before.has(name));
        if (!old.equals(order)) {
            tell(pointer, before, after);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void part(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null) {
            compare(pointer, before, after);
        } else {
            tell(pointer, before, after);
        }
    }

    private void tell(String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (told.size() >= most) {
            leftOut++;
            return;
        }
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("pointer", pointer);
        if (before != null) {
            difference.put("before", shown(pointer, before));
        }
        if (after != null) {
            difference.put("after", shown(pointer, after));
        }
        told.add(difference);
    }

    private Object shown(String pointer, JsonNode value) {
        return ShownValue.of(key.kind() == Kind.SERVICES ? MaskedStart.at(pointer, value) : value);
    }
}
