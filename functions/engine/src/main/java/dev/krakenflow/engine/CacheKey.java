package dev.krakenflow.engine;

import dev.krakenflow.failure.FailurePlace;
import org.jspecify.annotations.Nullable;

/**
 * Tells the results of a service function apart.
 *
 * @param definition the fingerprint of what the results come from, so that a function that is defined anew has others
 * @param key gives what equal results have in common; null: the args
 */
record CacheKey(String definition, @Nullable TemplateField key) {
    static final String KEY = "cache.key";

    /**
     * The key of a call, of 64 characters.
     *
     * @throws RunException {@code expression} when there is none
     */
    String of(CallFrame frame) {
        Object args = frame.site().args();
        try {
            return Fingerprint.ofValues(definition, key == null ? args : value(key, frame));
        } catch (RunException failed) {
            throw failed.with(failed.failure().at(FailurePlace.NOWHERE.withStep(KEY)));
        }
    }

    private static Object value(TemplateField key, CallFrame frame) {
        Object value = key.value(frame.site().args(), frame.evaluation());
        if (value == null) {
            throw key.failure("must give a value, it is missing");
        }
        return value;
    }
}
