package dev.krakenflow.definition;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {
    private Pointers() {}

    /** The pointer to a member of what is at {@code parent}. */
    public static String member(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an element of what is at {@code parent}. */
    public static String element(String parent, int index) {
        return parent + "/" + index;
    }

    /** The pointer to what holds the place; the root holds itself. */
    static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }
}
