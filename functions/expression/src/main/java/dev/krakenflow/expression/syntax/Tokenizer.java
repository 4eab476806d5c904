package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Token.Kind;
import dev.krakenflow.json.JsonNull;
import java.util.Set;

/** Cuts a source into tokens. Whether a slash begins a regular expression depends on who asks for the next token. */
final class Tokenizer {

    private static final String SPACE = " \t\n\r";
    private static final String OPERATORS = ".[]{}(),@#;:?+-*/%|=<>^&!~";
    private static final Set<String> PAIRS = Set.of("..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??");

    private final String source;
    private int position;

    Tokenizer(String source) {
        this.source = source;
    }

    /** @param infix whether an operand was just read, so that a slash divides */
    Token next(boolean infix) {
        skipSpaceAndComments();
        if (position >= source.length()) {
            return new Token(Kind.END, "the end", null, source.length(), source.length());
        }
        char c = source.charAt(position);
        if (!infix && c == '/') {
            return regex();
        }
        if (position + 2 <= source.length() && PAIRS.contains(source.substring(position, position + 2))) {
            return operator(2);
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return operator(1);
        }
        if (c == '"' || c == '\'') {
            return string();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        return c == '`' ? quotedName() : nameOrWord();
    }

    private void skipSpaceAndComments() {
        while (position < source.length()) {
            if (SPACE.indexOf(source.charAt(position)) >= 0) {
                position++;
            } else if (source.startsWith("/*", position)) {
                int end = source.indexOf("*/", position + 2);
                if (end < 0) {
                    throw new SyntaxException("expected */ behind the comment", position);
                }
                position = end + 2;
            } else {
                return;
            }
        }
    }

    private Token operator(int length) {
        int start = position;
        position += length;
        return token(Kind.OPERATOR, source.substring(start, position), start);
    }

    private Token regex() {
        int start = position;
        int end = new RegexScanner(source).closingSlash(start);
        position = end + 1;
        while (position < source.length() && "im".indexOf(source.charAt(position)) >= 0) {
            position++;
        }
        return new Token(
                Kind.REGEX, source.substring(start + 1, end), source.substring(end + 1, position), start, position);
    }

    private Token string() {
        int start = position;
        StringLiteral literal = StringLiteral.read(source, start);
        position = literal.end();
        return new Token(Kind.LITERAL, literal.value(), literal.value(), start, position);
    }

    private Token number() {
        int start = position;
        position = NumberLiteral.end(source, start);
        String text = source.substring(start, position);
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new SyntaxException("expected a number within the range of doubles", start);
        }
        return new Token(Kind.LITERAL, text, NumberLiteral.shortest(value), start, position);
    }

    private Token quotedName() {
        int start = position;
        int end = source.indexOf('`', start + 1);
        if (end < 0) {
            throw new SyntaxException("expected ` behind the quoted name", start);
        }
        position = end + 1;
        return new Token(Kind.NAME, source.substring(start + 1, end), null, start, position);
    }

    private Token nameOrWord() {
        int start = position;
        while (position < source.length()
                && SPACE.indexOf(source.charAt(position)) < 0
                && OPERATORS.indexOf(source.charAt(position)) < 0) {
            position++;
        }
        String word = source.substring(start, position);
        if (word.startsWith("$")) {
            return token(Kind.VARIABLE, word.substring(1), start);
        }
        return switch (word) {
            case "and", "or", "in" -> token(Kind.OPERATOR, word, start);
            case "true", "false" -> new Token(Kind.LITERAL, word, Boolean.valueOf(word), start, position);
            case "null" -> new Token(Kind.LITERAL, word, JsonNull.VALUE, start, position);
            default -> token(Kind.NAME, word, start);
        };
    }

    private Token token(Kind kind, String text, int start) {
        return new Token(kind, text, null, start, position);
    }
}
