package dev.krakenflow.engine;

import dev.krakenflow.json.SharedObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event of more keys than a {@link CompactEvent} has. Nobody changes it once it is made. */
final class LargeEvent extends LinkedHashMap<String, Object> implements SharedObject {
    private static final long serialVersionUID = 1L;

    /** @param room for how many keys it is going to have at most */
    LargeEvent(Map<String, Object> event, int room) {
        super(Math.ceilDiv(room * 4, 3));
        putAll(event);
    }

    @Override
    public String toString() {
        return SharedObject.text(this);
    }
}
