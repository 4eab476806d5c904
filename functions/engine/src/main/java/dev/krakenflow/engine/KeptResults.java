package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where results of one service function are kept, for as long as its policy says. Thread-safe. */
interface KeptResults {

    /** What is kept under a key, fresh or not; null when nothing is, or it cannot be had. Never fails. */
    Uni<@Nullable KeptResult> get(String key);

    /** Keeps a result from now on, if there is room for it. Never fails, and is not waited for. */
    void put(String key, Map<String, Object> result);
}
