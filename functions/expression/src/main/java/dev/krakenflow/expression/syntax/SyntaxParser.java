package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Top down operator precedence (Vaughan Pratt), with the binding powers of JSONata 2. Refuses what nests too deep
 * before it costs stack, so that everything that walks the tree may recurse.
 */
public final class SyntaxParser {

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("(", 80),
            Map.entry("[", 80),
            Map.entry("@", 80),
            Map.entry("#", 80),
            Map.entry(".", 75),
            Map.entry("{", 70),
            Map.entry("*", 60),
            Map.entry("/", 60),
            Map.entry("%", 60),
            Map.entry("+", 50),
            Map.entry("-", 50),
            Map.entry("&", 50),
            Map.entry("=", 40),
            Map.entry("!=", 40),
            Map.entry("<", 40),
            Map.entry(">", 40),
            Map.entry("<=", 40),
            Map.entry(">=", 40),
            Map.entry("^", 40),
            Map.entry("~>", 40),
            Map.entry("?:", 40),
            Map.entry("??", 40),
            Map.entry("in", 40),
            Map.entry("and", 30),
            Map.entry("or", 25),
            Map.entry("?", 20),
            Map.entry(":=", 10));

    private final Tokenizer tokenizer;
    private final int maxBrackets;
    private final int maxDepth;
    private final Operands operands = new Operands(this);
    private final Operators operators = new Operators(this);
    private Token token;
    private int lastEnd;
    private int brackets;
    private int height;
    private int level;

    private SyntaxParser(String source, int maxBrackets, int maxDepth) {
        this.tokenizer = new Tokenizer(source);
        this.maxBrackets = maxBrackets;
        this.maxDepth = maxDepth;
        this.token = tokenizer.next(false);
    }

    /**
     * Reads a source.
     *
     * @param maxBrackets brackets that may be open at once
     * @param maxDepth nodes that may stand within each other
     * @throws SyntaxException when it is no expression, or nests too deep
     */
    public static Node parse(String source, int maxBrackets, int maxDepth) {
        SyntaxParser parser = new SyntaxParser(source, maxBrackets, maxDepth);
        Node node = parser.expression(0);
        if (parser.token.kind() != Kind.END) {
            throw parser.unexpected("the end");
        }
        return node;
    }

    Node expression(int power) {
        checkDepth(++level, token);
        int outer = height;
        height = 0;
        Token first = token;
        advance(true);
        Node left = operands.read(first);
        int own = height + 1;
        while (power < power(token)) {
            Token operator = token;
            advance(false);
            height = 0;
            left = operators.read(left, operator);
            own = Math.max(own, height) + 1;
            checkDepth(own, operator);
        }
        height = Math.max(outer, own);
        level--;
        return left;
    }

    private void checkDepth(int depth, Token place) {
        if (depth > maxDepth) {
            throw new SyntaxException("expected at most " + maxDepth + " parts within each other", place.start());
        }
    }

    private static int power(Token token) {
        return token.kind() == Kind.OPERATOR ? POWERS.getOrDefault(token.text(), 0) : 0;
    }

    static int power(String operator) {
        return POWERS.getOrDefault(operator, 0);
    }

    /** Counts a bracket that was opened, and a level that recursion takes. */
    void open(Token bracket) {
        if (++brackets > maxBrackets) {
            throw new SyntaxException("expected at most " + maxBrackets + " open brackets", bracket.start());
        }
    }

    /** Takes the closing bracket; whatever follows is behind an operand when {@code infix}. */
    void close(String bracket, boolean infix) {
        take(bracket, infix);
        brackets--;
    }

    Token take(String operator, boolean infix) {
        if (!token.is(operator)) {
            throw unexpected(operator);
        }
        return advance(infix);
    }

    Token advance(boolean infix) {
        Token taken = token;
        lastEnd = taken.end();
        token = tokenizer.next(infix);
        return taken;
    }

    Token token() {
        return token;
    }

    int lastEnd() {
        return lastEnd;
    }

    List<Node> pairs() {
        List<Node> pairs = new ArrayList<>();
        while (!token.is("}")) {
            pairs.add(expression(0));
            take(":", false);
            pairs.add(expression(0));
            if (!token.is(",")) {
                break;
            }
            advance(false);
        }
        close("}", true);
        return pairs;
    }

    SyntaxException unexpected(String expected) {
        String found = token.kind() == Kind.OPERATOR
                ? token.text()
                : token.kind().name().toLowerCase(Locale.ROOT);
        return new SyntaxException("expected " + expected + ", found " + found, token.start());
    }
}
