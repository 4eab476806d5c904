package dev.krakenflow.failure;

import java.util.regex.Pattern;

/** The types of failures that {@code raise} can make: a name of our own kind, or a URI. */
public final class RaisedTypes {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern STATUS = Pattern.compile("[45](?:xx|[0-9]{2})");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!-~]*[!-~&&[^/:?#]]");
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_URI = 1_024;

    private RaisedTypes() {}

    /** Whether a text is a name in kebab-case. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches() && !isStatus(text);
    }

    /** Whether a text is the status of an answer, {@code 404} or {@code 4xx}, which is no name. */
    public static boolean isStatus(String text) {
        return STATUS.matcher(text).matches();
    }

    /** Whether a text is a URI whose last segment can be a code, and none that the engine makes of its own codes. */
    public static boolean isUri(String text) {
        return text.length() <= LONGEST_URI && URI.matcher(text).matches() && !text.startsWith(Failure.OWN_TYPES);
    }

    /** Whether a failure can be raised with this type: a name that is none of our own codes, or a URI. */
    public static boolean isRaisable(String type) {
        return isName(type) ? FailureCode.of(type).isEmpty() : isUri(type);
    }

    /** The code of a failure with this type: the name, or the URI's last segment. */
    static String code(String type) {
        int last = Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('#')));
        return type.substring(last + 1);
    }
}
