package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much memory the nodes under evaluation can hold together: what a node's parts resulted in is kept until the node
 * itself is done, and by a function that it results in for longer. An upper bound in bytes, roughly: parts of the input
 * count each time they are passed on.
 */
final class Holdings {

    private static final long MOST = 64L * 1024 * 1024;
    private static final long PER_ELEMENT = 8;
    private static final long PER_MEMBER = 32;
    private static final int FIRST_LEVELS = 16;

    private long[] held = new long[FIRST_LEVELS];
    private boolean[] functions = new boolean[FIRST_LEVELS];
    private long total;

    void enter(int depth) {
        if (depth + 1 >= held.length) {
            held = Arrays.copyOf(held, held.length * 2);
            functions = Arrays.copyOf(functions, functions.length * 2);
        }
        held[depth] = 0;
        functions[depth] = false;
    }

    /** @return whether all that is held is still little enough */
    boolean leave(int depth, @Nullable Object result) {
        boolean function = Functions.isLambda(result);
        boolean container = result instanceof List || result instanceof Map;
        boolean kept = function || (functions[depth] && container);
        long parts = held[depth];
        held[depth] = 0;
        long size = size(result) + (kept ? parts : 0);
        held[depth - 1] += size;
        functions[depth - 1] |= kept;
        total += size - parts;
        return total <= MOST;
    }

    void release(int depth) {
        total -= held[depth];
        held[depth] = 0;
    }

    private static long size(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return 0;
        }
        if (value instanceof String text) {
            return text.length();
        }
        if (value instanceof List<?> list) {
            return list.size() * PER_ELEMENT;
        }
        return value instanceof Map<?, ?> object ? object.size() * PER_MEMBER : 0;
    }
}
