package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code cache} of a service function. */
final class CacheReader {
    private static final String TTL = "ttl";
    private static final String STALE = "stale_if_error";
    private static final Duration STALE_FOR = Duration.ofHours(1);

    private CacheReader() {}

    static @Nullable CacheDefinition read(Fields function) {
        Fields fields = function.fields("cache");
        if (fields == null) {
            return null;
        }
        fields.require(TTL);
        // A cache without a time was reported; the service it stands in is never called.
        CacheDefinition cache = new CacheDefinition(
                fields.pointer(),
                fields.any("key"),
                Objects.requireNonNullElse(fields.duration(TTL, Fields.LONGEST_KEPT), Duration.ZERO),
                PolicyScope.read(fields),
                stale(fields));
        fields.end();
        return cache;
    }

    private static @Nullable Duration stale(Fields fields) {
        JsonNode json = fields.any(STALE);
        if (json != null && json.isBoolean()) {
            return json.booleanValue() ? STALE_FOR : null;
        }
        return fields.duration(STALE, Fields.LONGEST_KEPT);
    }
}
