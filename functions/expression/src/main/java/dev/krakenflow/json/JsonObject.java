package dev.krakenflow.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object that knows how large it is when written out (see {@link WrittenSize}), so that it need not be walked again.
 * Filled by who makes it, member by member; after that nobody changes it, as with every value. Any other {@code Map} is
 * as good a JSON object, and is walked.
 */
public final class JsonObject extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private long writtenSize = 1;
    private int writtenDepth = 1;

    /** An empty object. */
    public JsonObject() {}

    /** @param expected how many members it is going to have */
    public JsonObject(int expected) {
        super(Math.ceilDiv(expected * 4, 3));
    }

    @Override
    public Object put(String name, Object value) {
        writtenSize += WrittenSize.ofName(name) + WrittenSize.of(value);
        writtenDepth = Math.max(writtenDepth, 1 + WrittenSize.depth(value));
        return super.put(name, value);
    }

    @Override
    public void putAll(Map<? extends String, ?> members) {
        members.forEach(this::put);
    }

    long writtenSize() {
        return writtenSize;
    }

    int writtenDepth() {
        return writtenDepth;
    }
}
