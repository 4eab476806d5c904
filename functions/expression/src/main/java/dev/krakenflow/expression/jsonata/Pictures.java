package dev.krakenflow.expression.jsonata;

/** Pictures, the formats of XPath: the library fills up to any width that one asks for. */
final class Pictures {

    private static final int LONGEST = 256;
    private static final int WIDTH_DIGITS = 2;

    private Pictures() {}

    /** The picture among the arguments, when it is a harmless one. */
    static String checked(Arguments arguments, int index) {
        String picture = arguments.string(index);
        if (picture == null) {
            throw arguments.mismatch(index, "a picture");
        }
        if (picture.length() > LONGEST || hasLargeWidth(picture)) {
            throw arguments.fail("needs a shorter picture, with widths below 100");
        }
        return picture;
    }

    /** Widths stand between a comma and the end of a marker: {@code [Y,2-4]}. */
    private static boolean hasLargeWidth(String picture) {
        boolean marker = false;
        boolean width = false;
        int digits = 0;
        for (char c : picture.toCharArray()) {
            marker = c == '[' || (marker && c != ']');
            width = marker && (width || c == ',');
            digits = width && Character.isDigit(c) ? digits + 1 : 0;
            if (digits > WIDTH_DIGITS) {
                return true;
            }
        }
        return false;
    }
}
