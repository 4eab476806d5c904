package dev.krakenflow.expression.syntax;

/**
 * A string in quotes.
 *
 * @param value what it means
 * @param end offset behind the closing quote
 */
record StringLiteral(String value, int end) {

    private static final int UNICODE_DIGITS = 4;

    static StringLiteral read(String source, int start) {
        char quote = source.charAt(start);
        StringBuilder value = new StringBuilder();
        for (int i = start + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                return new StringLiteral(value.toString(), i + 1);
            }
            if (c != '\\') {
                value.append(c);
                continue;
            }
            i++;
            if (i < source.length() && source.charAt(i) == 'u') {
                value.append(unicode(source, i));
                i += UNICODE_DIGITS;
            } else {
                value.append(escaped(source, i));
            }
        }
        throw new SyntaxException("expected a closing quote behind the string", start);
    }

    private static char escaped(String source, int i) {
        char c = i < source.length() ? source.charAt(i) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new SyntaxException("expected an escape that JSON knows", i);
        };
    }

    private static char unicode(String source, int u) {
        int value = 0;
        for (int i = u + 1; i <= u + UNICODE_DIGITS; i++) {
            int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new SyntaxException("expected four hexadecimal digits behind \\u", u);
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }
}
