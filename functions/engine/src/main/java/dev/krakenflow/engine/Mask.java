package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.engine.client.SecretValues;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides what stands under the names of credentials, at any depth, and secrets wherever they stand, before somebody sees a
 * value. Thread-safe, but not {@link #remembering}.
 */
final class Mask {
    static final String MASKED = "***";

    private static final Set<String> NAMES = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    /** JSON that came in is never so deep; what is deeper is hidden whole. */
    private static final int DEEPEST = 1_000;

    private static final int WORTH_REMEMBERING = 16;

    private final SecretValues secrets;
    private final @Nullable Map<Object, Object> seen;

    Mask(SecretValues secrets) {
        this(secrets, null);
    }

    private Mask(SecretValues secrets, @Nullable Map<Object, Object> seen) {
        this.secrets = secrets;
        this.seen = seen;
    }

    /** The same for one look: what many events hold is walked once. */
    Mask remembering() {
        return new Mask(secrets, new IdentityHashMap<>());
    }

    /** The value, or a copy of it without what must be hidden. */
    Object masked(Object value) {
        return masked(value, 0);
    }

    private Object masked(Object value, int depth) {
        if (depth > DEEPEST) {
            return MASKED;
        }
        return switch (value) {
            case Map<?, ?> object -> isWorth(object.size()) ? once(object, depth) : masked(object, depth);
            case List<?> list -> isWorth(list.size()) ? once(list, depth) : masked(list, depth);
            case String text -> secrets.hideIn(text);
            default -> value;
        };
    }

    private boolean isWorth(int size) {
        return seen != null && size >= WORTH_REMEMBERING;
    }

    private Object once(Object container, int depth) {
        Map<Object, Object> before = requireNonNull(seen);
        Object known = before.get(container);
        if (known == null) {
            known = container instanceof Map<?, ?> object ? masked(object, depth) : masked((List<?>) container, depth);
            before.put(container, known);
        }
        return known;
    }

    private Object masked(Map<?, ?> object, int depth) {
        Map<Object, Object> copy = null;
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            Object shown = isSecret(entry.getKey()) ? MASKED : masked(entry.getValue(), depth + 1);
            if (shown != entry.getValue()) {
                copy = copy == null ? new LinkedHashMap<>(object) : copy;
                copy.put(entry.getKey(), shown);
            }
        }
        return copy == null ? object : copy;
    }

    private Object masked(List<?> list, int depth) {
        List<Object> copy = null;
        for (int i = 0; i < list.size(); i++) {
            Object shown = masked(list.get(i), depth + 1);
            if (shown != list.get(i)) {
                copy = copy == null ? new ArrayList<>(list) : copy;
                copy.set(i, shown);
            }
        }
        return copy == null ? list : copy;
    }

    private static boolean isSecret(Object name) {
        return name instanceof String text && NAMES.contains(text.toLowerCase(Locale.ROOT));
    }
}
