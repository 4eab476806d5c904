package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Token.Kind;
import java.util.List;

/** The words that are still to be read. Within brackets the ends of lines do not count. */
final class Tokens {
    private final List<Token> tokens;
    private int at;
    private int depth;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** From here on within a bracket. */
    void open() {
        depth++;
    }

    /** No longer within that bracket. */
    void close() {
        depth--;
    }

    Token peek() {
        if (depth > 0) {
            skipNewLines();
        }
        return tokens.get(at);
    }

    /** The word behind the next one, whatever ends between them. */
    Token second() {
        peek();
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    Token take(Kind kind) {
        Token token = next();
        if (token.kind() != kind) {
            throw new HclException(token.line(), "not a " + kind + ": " + token.text());
        }
        return token;
    }

    void take(String sign) {
        Token token = next();
        if (!token.is(sign)) {
            throw new HclException(token.line(), "not " + sign + ": " + token.text());
        }
    }

    /** Takes a sign if it comes next. */
    boolean took(String sign) {
        boolean there = peek().is(sign);
        if (there) {
            next();
        }
        return there;
    }

    void skipNewLines() {
        while (tokens.get(at).kind() == Kind.NEW_LINE) {
            at++;
        }
    }

    void endOfLine() {
        Token token = peek();
        if (token.kind() != Kind.NEW_LINE && token.kind() != Kind.END && !token.is("}")) {
            throw new HclException(token.line(), "a line goes on: " + token.text());
        }
    }
}
