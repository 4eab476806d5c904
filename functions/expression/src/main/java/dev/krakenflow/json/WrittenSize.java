package dev.krakenflow.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Adds up how large values are when they are written out: a value counts as one, 16 characters of a string or a name,
 * and digits of a number beyond a double's, as one more. A value can hold another many times over, so that a small one in memory is endless on paper. Mutable,
 * for one thread.
 */
public final class WrittenSize {

    /** What is nested deeper cannot be written together with what a template puts around it. */
    public static final int DEEPEST = 500;

    private static final int CHARACTERS_PER_VALUE = 16;

    /** Of as many digits, about. */
    private static final int BITS_PER_VALUE = 53;

    private static final long ENDLESS = Long.MAX_VALUE / 4;

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
        size = Math.min(ENDLESS, size + upTo(most, value, 0));
        return size <= most;
    }

    /** The size of a value with all that it holds. */
    public static long of(Object value) {
        return upTo(ENDLESS, value, 0);
    }

    static long ofName(String name) {
        return name.length() / CHARACTERS_PER_VALUE;
    }

    /** How many objects and lists stand within each other. */
    static int depth(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return 0;
        }
        if (value instanceof JsonObject object) {
            return object.writtenDepth();
        }
        if (value instanceof JsonList list) {
            return list.writtenDepth();
        }
        if (value instanceof Map<?, ?> object) {
            return 1 + deepest(object.values());
        }
        return value instanceof List<?> list ? 1 + deepest(list) : 0;
    }

    private static int deepest(Iterable<?> parts) {
        int deepest = 0;
        for (Object part : parts) {
            deepest = Math.max(deepest, depth(part));
        }
        return deepest;
    }

    /** The size, or something above {@code most} as soon as that is clear. */
    private static long upTo(long most, Object value, int depth) {
        if (value instanceof String text) {
            return 1L + text.length() / CHARACTERS_PER_VALUE;
        }
        if (value instanceof Number number) {
            return ofNumber(number);
        }
        if (value instanceof Boolean) {
            return 1;
        }
        if (value instanceof JsonObject object) {
            return depth + object.writtenDepth() > DEEPEST ? ENDLESS : object.writtenSize();
        }
        if (value instanceof JsonList list) {
            return depth + list.writtenDepth() > DEEPEST ? ENDLESS : list.writtenSize();
        }
        if (value instanceof Map<?, ?> object) {
            return depth >= DEEPEST ? ENDLESS : object(most, object, depth + 1);
        }
        if (value instanceof List<?> list) {
            return depth >= DEEPEST ? ENDLESS : list(most, list, depth + 1);
        }
        return 1;
    }

    private static long ofNumber(Number number) {
        return switch (number) {
            case BigInteger it -> 1L + it.bitLength() / BITS_PER_VALUE;
            case BigDecimal it -> 1L + it.unscaledValue().bitLength() / BITS_PER_VALUE;
            default -> 1;
        };
    }

    private static long object(long most, Map<?, ?> object, int depth) {
        long size = 1;
        for (Map.Entry<?, ?> member : object.entrySet()) {
            size += ofName((String) member.getKey()) + upTo(most, member.getValue(), depth);
            if (size > most) {
                return size;
            }
        }
        return size;
    }

    private static long list(long most, List<?> list, int depth) {
        long size = 1;
        for (Object element : list) {
            size += upTo(most, element, depth);
            if (size > most) {
                return size;
            }
        }
        return size;
    }
}
