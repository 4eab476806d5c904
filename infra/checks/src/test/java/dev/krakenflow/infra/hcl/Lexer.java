package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into words; comments and spaces are dropped. Used once, by one thread. */
final class Lexer {
    private static final Pattern SKIPPED = Pattern.compile("[ \\t\\r]+|(#|//)[^\\n]*|/\\*(?s:.*?)\\*/");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern HEREDOC = Pattern.compile("<<-?([A-Z]+)\\n(?s:(.*?))\\n[ \\t]*\\1(?=\\n|\\z)");
    private static final Pattern SIGN = Pattern.compile("\\.\\.\\.|=>|==|!=|<=|>=|&&|\\|\\||[{}\\[\\]().,:?=+*/%<>!-]");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                add(Kind.NEW_LINE, "\n", 1);
            } else if (text.charAt(at) == '"') {
                String template = text.substring(at + 1, closingQuote(at + 1));
                add(Kind.TEMPLATE, template, template.length() + 2);
            } else if (!skip() && !heredoc() && !word(NAME, Kind.NAME) && !word(NUMBER, Kind.NUMBER)) {
                if (!word(SIGN, Kind.SIGN)) {
                    throw new HclException(line, "nothing begins with " + text.charAt(at));
                }
            }
        }
        tokens.add(new Token(Kind.END, "", line));
        return tokens;
    }

    private boolean skip() {
        Matcher matcher = at(SKIPPED);
        if (!matcher.lookingAt()) {
            return false;
        }
        move(matcher.end() - at);
        return true;
    }

    private boolean heredoc() {
        Matcher matcher = at(HEREDOC);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(Kind.HEREDOC, matcher.group(2).stripIndent() + "\n", matcher.end() - at);
        return true;
    }

    private boolean word(Pattern pattern, Kind kind) {
        Matcher matcher = at(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group(), matcher.end() - at);
        return true;
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private void add(Kind kind, String word, int length) {
        tokens.add(new Token(kind, word, line));
        move(length);
    }

    private void move(int length) {
        line += (int)
                text.substring(at, at + length).chars().filter(it -> it == '\n').count();
        at += length;
    }

    /** Where the template ends that begins here: quotes inside its expressions are theirs. */
    private int closingQuote(int from) {
        int position = from;
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == '"') {
                return position;
            } else if (character == '\\') {
                position += 2;
            } else if (text.startsWith("${", position)) {
                position = closingBrace(position + 2) + 1;
            } else {
                position++;
            }
        }
        throw new HclException(line, "a template does not end");
    }

    private int closingBrace(int from) {
        return Templates.closingBrace(text, from, this::closingQuote)
                .orElseThrow(() -> new HclException(line, "an expression in a template does not end"));
    }
}
