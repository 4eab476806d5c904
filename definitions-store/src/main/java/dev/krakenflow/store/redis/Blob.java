package dev.krakenflow.store.redis;

import dev.krakenflow.plan.PlanHash;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Bytes to be written under a key of their own. */
record Blob(String key, byte[] bytes) {

    private static final int MAX_CHUNK_BYTES = 1 << 20;
    private static final int MAX_CHUNK_SIZE = 64;

    static Blob of(Draft draft) {
        byte[] bytes = draft.bytes().get();
        String id = Long.toHexString(UUID.randomUUID().getMostSignificantBits());
        return new Blob(RedisKeys.blob(draft.family(), PlanHash.of(bytes).hex(), id), bytes);
    }

    /** As many of what is left as are written in one go: at most a megabyte, or one blob that is larger. */
    static List<Blob> nextChunk(Iterator<Draft> left) {
        List<Blob> chunk = new ArrayList<>();
        int size = 0;
        while (left.hasNext() && size < MAX_CHUNK_BYTES && chunk.size() < MAX_CHUNK_SIZE) {
            Blob blob = of(left.next());
            chunk.add(blob);
            size += blob.bytes().length;
        }
        return chunk;
    }
}
