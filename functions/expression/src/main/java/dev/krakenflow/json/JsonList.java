package dev.krakenflow.json;

import java.util.ArrayList;
import java.util.Collection;

/**
 * A list that knows how large it is when written out, as {@link JsonObject} does. Filled by who makes it, element by
 * element; after that nobody changes it. Any other {@code List} is as good a JSON list, and is walked.
 */
public final class JsonList extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;

    private long writtenSize = 1;
    private int writtenDepth = 1;

    /** An empty list. */
    public JsonList() {}

    /** @param expected how many elements it is going to have */
    public JsonList(int expected) {
        super(expected);
    }

    @Override
    public boolean add(Object value) {
        writtenSize += WrittenSize.of(value);
        writtenDepth = Math.max(writtenDepth, 1 + WrittenSize.depth(value));
        return super.add(value);
    }

    @Override
    public boolean addAll(Collection<?> values) {
        values.forEach(this::add);
        return !values.isEmpty();
    }

    long writtenSize() {
        return writtenSize;
    }

    int writtenDepth() {
        return writtenDepth;
    }
}
