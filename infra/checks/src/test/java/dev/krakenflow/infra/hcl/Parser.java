package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Body.Attribute;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads blocks and attributes; what stands behind an equals sign reads {@link ExpressionParser}. */
public final class Parser {
    private final Tokens tokens;

    private Parser(String text) {
        this.tokens = new Tokens(new Lexer(text).tokens());
    }

    /**
     * What a file says.
     *
     * @throws HclException when it is not of the language
     */
    public static Body file(String text) {
        return new Parser(text).body(Kind.END);
    }

    /** What an expression says, which begins in a line. */
    static Expression expression(String text, int line) {
        try {
            Tokens tokens = new Tokens(new Lexer(text).tokens());
            tokens.open();
            return new ExpressionParser(tokens).expression();
        } catch (HclException e) {
            throw new HclException(line, e.getMessage());
        }
    }

    private Body body(Kind end) {
        List<Attribute> attributes = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        while (true) {
            tokens.skipNewLines();
            if (end == Kind.END
                    ? tokens.peek().kind() == Kind.END
                    : tokens.peek().is("}")) {
                return new Body(attributes, blocks);
            }
            Token name = tokens.take(Kind.NAME);
            if (tokens.peek().is("=")) {
                tokens.take("=");
                attributes.add(new Attribute(name.text(), new ExpressionParser(tokens).expression(), name.line()));
            } else {
                blocks.add(block(name));
            }
            tokens.endOfLine();
        }
    }

    private Block block(Token type) {
        List<String> labels = new ArrayList<>();
        while (tokens.peek().kind() == Kind.TEMPLATE) {
            labels.add(tokens.next().text());
        }
        tokens.take("{");
        Body body = body(Kind.SIGN);
        tokens.take("}");
        return new Block(type.text(), labels, body, type.line());
    }
}
