package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells one call from others, so that one that comes again is answered as it was.
 *
 * @param key the caller's own word for the call of one event; wins over what the pipeline makes of the event. Null: the
 *     caller says none
 * @param address what else must be the same beside the event when the call comes again, JSON values by name; empty: nothing
 */
public record CallIdentity(@Nullable String key, Map<String, Object> address) {

    /** A call that its event says everything of. */
    public static final CallIdentity NONE = new CallIdentity(null, Map.of());

    public CallIdentity {
        address = Map.copyOf(address);
    }
}
