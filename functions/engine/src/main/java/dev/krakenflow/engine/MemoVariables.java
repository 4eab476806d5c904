package dev.krakenflow.engine;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a composer's expressions, with {@code $memo}. */
final class MemoVariables extends AbstractMap<String, Object> {
    private static final String NAME = "memo";

    private final Map<String, Object> others;
    private final @Nullable Object memo;

    /** @param memo a JSON value; null: missing */
    MemoVariables(Map<String, Object> others, @Nullable Object memo) {
        this.others = others;
        this.memo = memo;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return NAME.equals(key) ? memo : others.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>(others);
        if (memo != null) {
            all.put(NAME, memo);
        }
        return all.entrySet();
    }
}
