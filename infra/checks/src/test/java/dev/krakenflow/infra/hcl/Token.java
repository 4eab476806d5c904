package dev.krakenflow.infra.hcl;

import static java.util.Objects.requireNonNull;

/**
 * A word of the text.
 *
 * @param kind what it is
 * @param text as it is written; of a template what stands between its quotes
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        NAME,
        NUMBER,
        TEMPLATE,
        HEREDOC,
        SIGN,
        NEW_LINE,
        END
    }

    Token {
        requireNonNull(kind);
        requireNonNull(text);
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
