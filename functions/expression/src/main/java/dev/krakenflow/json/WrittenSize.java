package dev.krakenflow.json;

import java.util.List;
import java.util.Map;

/**
 * Adds up how large values are when they are written out: a value counts as one, 16 characters of a string or a name
 * as one more. A value can hold another many times over, so that a small one in memory is endless on paper. Mutable,
 * for one thread.
 */
public final class WrittenSize {

    private static final int CHARACTERS_PER_VALUE = 16;

    /** What is nested deeper cannot be written, see {@link JsonWriter#MAX_NESTING}. */
    private static final int DEEPEST = 500;

    private final long most;
    private long size;

    /** @param most what fits */
    public WrittenSize(long most) {
        this.most = most;
    }

    /**
     * Adds a value with all that it holds.
     *
     * @return false when it does not fit any more, or nests too deep
     */
    public boolean add(Object value) {
        return add(value, 0);
    }

    private boolean add(Object value, int depth) {
        return switch (value) {
            case String it -> addText(it);
            case Map<?, ?> it -> depth < DEEPEST && addObject(it, depth + 1);
            case List<?> it -> depth < DEEPEST && addList(it, depth + 1);
            default -> addValues(1);
        };
    }

    private boolean addObject(Map<?, ?> object, int depth) {
        if (!addValues(1)) {
            return false;
        }
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (!addName((String) member.getKey()) || !add(member.getValue(), depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean addList(List<?> list, int depth) {
        if (!addValues(1)) {
            return false;
        }
        for (Object element : list) {
            if (!add(element, depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean addText(String text) {
        return addValues(1 + text.length() / CHARACTERS_PER_VALUE);
    }

    private boolean addName(String name) {
        return addValues(name.length() / CHARACTERS_PER_VALUE);
    }

    private boolean addValues(long values) {
        size += values;
        return size <= most;
    }
}
