package dev.krakenflow.expression.jsonata;

/**
 * Pictures, the formats of XPath. The library fills up to any width that one asks for, and matches timestamps by regular
 * expressions without looking at the clock.
 */
final class Pictures {

    private static final int LONGEST = 256;
    private static final int WIDTH_DIGITS = 2;
    private static final int MOST_PARTS = 12;
    private static final int MOST_IN_A_ROW = 6;
    private static final int MOST_OPEN_IN_A_ROW = 2;

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

    /**
     * Whether a text can be cut up for the parts of a picture in very many ways: parts of any length that no
     * punctuation keeps apart.
     */
    static boolean isCostlyToMatch(String picture) {
        int parts = 0;
        int row = 0;
        int open = 0;
        int end = 0;
        for (int i = picture.indexOf('['); i >= 0; i = picture.indexOf('[', end)) {
            boolean apart = picture.substring(end, i).chars().anyMatch(c -> !Character.isLetterOrDigit(c));
            end = Math.max(i, picture.indexOf(']', i)) + 1;
            parts++;
            row = apart ? 1 : row + 1;
            open = (apart ? 0 : open) + (isOpen(picture.substring(i + 1, end)) ? 1 : 0);
            if (parts > MOST_PARTS || row > MOST_IN_A_ROW || open > MOST_OPEN_IN_A_ROW) {
                return true;
            }
        }
        return false;
    }

    /** Whether a marker matches more than a few digits. */
    private static boolean isOpen(String marker) {
        String stripped = marker.strip();
        return stripped.isEmpty()
                || "YMDHhms".indexOf(stripped.charAt(0)) < 0
                || stripped.substring(1).chars().anyMatch(Character::isLetter);
    }
}
