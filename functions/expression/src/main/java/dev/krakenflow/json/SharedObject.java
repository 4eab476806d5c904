package dev.krakenflow.json;

import java.util.Map;

/**
 * An object that takes its place among others by reference: an event, of which each of a thousand may hold the same list
 * of a thousand. Where an expression only passes it on it counts by its own members, not by all that these hold; what
 * walks or writes it whole counts all. It has no text that shows what it holds.
 */
public interface SharedObject extends Map<String, Object> {

    /** Its size, in place of what it holds. */
    static String text(Map<String, Object> object) {
        return "an object of " + object.size() + " members";
    }
}
