package dev.krakenflow.json;

/** Tells whether a text is one of whole characters, as UTF-8 can write it. */
public final class Surrogates {

    private Surrogates() {}

    /** Whether a high surrogate stands without a low one behind it, or a low one without a high one before it. */
    public static boolean hasLoneOne(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isLowSurrogate(c)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))) {
                return true;
            }
            i++;
        }
        return false;
    }
}
