package dev.krakenflow.store.redis;

import java.util.HashMap;
import java.util.Map;

/** Blobs that were read, by their keys. */
final class BlobBytes {

    private final Map<String, byte[]> byKey = new HashMap<>();

    void put(String key, byte[] bytes) {
        byKey.put(key, bytes);
    }

    void putAll(BlobBytes others) {
        byKey.putAll(others.byKey);
    }

    /**
     * The bytes under a key.
     *
     * @throws LostBlobException when there are none
     */
    byte[] get(String key) {
        byte[] bytes = byKey.get(key);
        if (bytes == null) {
            throw new LostBlobException(key);
        }
        return bytes;
    }
}
