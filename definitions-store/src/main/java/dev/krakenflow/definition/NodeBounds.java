package dev.krakenflow.definition;

/** What a definition may be made of, in any notation. */
final class NodeBounds {
    static final int DEPTH = 200;
    static final int NODES = 2_000_000;
    static final int CHARACTERS = 16_000_000;
    static final int EXPONENT = 400;
    static final int NUMBER_LENGTH = 1_000;

    private NodeBounds() {}

    /** Whether a number's written exponent is one that would be expanded to more digits than we take. */
    static boolean exponentTooLarge(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) {
            return false;
        }
        String exponent = number.substring(e + 1);
        try {
            return Math.abs((long) Integer.parseInt(exponent)) > EXPONENT;
        } catch (NumberFormatException tooLong) {
            return true;
        }
    }

    /** Whether a text holds half of a surrogate pair, which no UTF-8 can carry. */
    static boolean hasLoneSurrogate(String text) {
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
