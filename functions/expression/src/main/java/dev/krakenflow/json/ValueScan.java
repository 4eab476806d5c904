package dev.krakenflow.json;

/**
 * Finds where a JSON value ends, over any number of chunks. Counts brackets and minds strings, no more: of bytes that are
 * no JSON it gives as many as are needed to see that, for {@link JsonReader} to refuse. For one thread.
 */
final class ValueScan {

    private int depth;
    private boolean begun;
    private boolean inString;
    private boolean escaped;

    /** Whether it is a number or a word, which ends before something else begins. */
    private boolean isBare;

    /** Whether a value has begun and not ended. */
    boolean isInside() {
        return begun;
    }

    /**
     * Looks for the end of the value that goes on, or begins, at an index.
     *
     * @return the index behind its last byte, which can be {@code from} when the value ended with the chunk before; −1 when
     *     it goes on behind these bytes
     */
    int end(byte[] bytes, int from) {
        begun = true;
        for (int i = from; i < bytes.length; i++) {
            int end = inString ? inString(bytes[i], i) : outside(bytes[i], i);
            if (end >= 0) {
                reset();
                return end;
            }
        }
        return -1;
    }

    private void reset() {
        depth = 0;
        begun = false;
        inString = false;
        escaped = false;
        isBare = false;
    }

    private int inString(byte b, int i) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            return depth == 0 ? i + 1 : -1;
        }
        return isControl(b) ? i + 1 : -1;
    }

    private int outside(byte b, int i) {
        return switch (b) {
            case ' ', '\n', '\r', '\t', ':' -> isBare ? i : -1;
            case ',' -> depth == 0 ? alone(i) : -1;
            case '"' -> {
                inString = !isBare;
                yield isBare ? i : -1;
            }
            case '{', '[' -> isBare ? i : opened(i);
            case '}', ']' -> depth == 0 ? alone(i) : closed(i);
            default -> isControl(b) ? alone(i) : other();
        };
    }

    private int opened(int i) {
        depth++;
        return depth > JsonReader.MAX_NESTING ? i + 1 : -1;
    }

    private int closed(int i) {
        depth--;
        return depth == 0 ? i + 1 : -1;
    }

    /** A byte that belongs to no value at this place: the one before it ends, or it is taken for one. */
    private int alone(int i) {
        return isBare ? i : i + 1;
    }

    private int other() {
        isBare = depth == 0;
        return -1;
    }

    private static boolean isControl(byte b) {
        return b >= 0 && b < ' ';
    }
}
