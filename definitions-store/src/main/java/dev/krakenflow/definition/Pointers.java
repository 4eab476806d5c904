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

    /** The key that a part of a pointer stands for. */
    static String key(String part) {
        return part.replace("~1", "/").replace("~0", "~");
    }
}
