package dev.krakenflow.store.redis;

import java.util.ArrayList;
import java.util.List;

/** Lists in pieces, so that no single command grows with what is asked for. */
final class Chunks {

    private Chunks() {}

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return chunks;
    }
}
