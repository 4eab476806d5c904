package dev.krakenflow.infra.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

/** Text with expressions in it: <code>"${var.name}-dead"</code>. */
final class Templates {

    private Templates() {}

    /** What a template is made of: literals and expressions, in their order. */
    static List<Expression> parts(String text, int line, boolean escaped) {
        List<Expression> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("$${", at)) {
                literal.append("${");
                at += 3;
            } else if (text.startsWith("${", at)) {
                int end = closingBrace(text, at + 2, quote -> skipQuoted(text, quote))
                        .orElseThrow(() -> new HclException(line, "an expression in a template does not end"));
                parts.add(new Expression.Literal(literal.toString()));
                literal.setLength(0);
                parts.add(Parser.expression(text.substring(at + 2, end), line));
                at = end + 1;
            } else if (escaped && text.charAt(at) == '\\') {
                literal.append(unescaped(text.charAt(at + 1), line));
                at += 2;
            } else {
                literal.append(text.charAt(at++));
            }
        }
        parts.add(new Expression.Literal(literal.toString()));
        return parts.stream()
                .filter(part -> !part.equals(new Expression.Literal("")))
                .toList();
    }

    /**
     * Where the brace is closed that was opened before a position.
     *
     * @param closingQuote from behind a quote to the one that closes it
     */
    static OptionalInt closingBrace(String text, int from, IntUnaryOperator closingQuote) {
        int depth = 1;
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                at = closingQuote.applyAsInt(at + 1);
            } else if (character == '{') {
                depth++;
            } else if (character == '}' && --depth == 0) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private static int skipQuoted(String text, int from) {
        int at = from;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static char unescaped(char letter, int line) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"', '\\' -> letter;
            default -> throw new HclException(line, "no escape is \\" + letter);
        };
    }
}
