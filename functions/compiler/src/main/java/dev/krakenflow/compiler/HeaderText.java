package dev.krakenflow.compiler;

import java.util.regex.Pattern;

/** Which texts can be names and values of HTTP headers (RFC 9110, sections 5.1 and 5.5). */
final class HeaderText {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

    private HeaderText() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isValue(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t');
    }
}
