package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Expression.Entry;
import dev.krakenflow.infra.hcl.Expression.For;
import dev.krakenflow.infra.hcl.Expression.ListOf;
import dev.krakenflow.infra.hcl.Expression.Literal;
import dev.krakenflow.infra.hcl.Expression.Name;
import dev.krakenflow.infra.hcl.Expression.ObjectOf;
import dev.krakenflow.infra.hcl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads lists, objects and what {@code for} makes of them. */
final class CollectionParser {
    private final Tokens tokens;
    private final ExpressionParser expressions;

    CollectionParser(Tokens tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression collection() {
        Token opening = tokens.next();
        if (!opening.is("[") && !opening.is("{")) {
            throw new HclException(opening.line(), "no expression begins with " + opening.text());
        }
        tokens.open();
        String closing = opening.is("[") ? "]" : "}";
        Expression collection = tokens.peek().isWord("for")
                ? loop(closing)
                : opening.is("[") ? new ListOf(elements()) : new ObjectOf(entries());
        tokens.take(closing);
        tokens.close();
        return collection;
    }

    private List<Expression> elements() {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.peek().is("]")) {
            elements.add(expressions.expression());
            if (!tokens.took(",")) {
                break;
            }
        }
        return elements;
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        while (!tokens.peek().is("}")) {
            boolean bare = !tokens.peek().is("(");
            Expression key = expressions.expression();
            if (!tokens.took("=")) {
                tokens.take(":");
            }
            Expression named = bare && key instanceof Name name ? new Literal(name.name()) : key;
            entries.add(new Entry(named, expressions.expression()));
            tokens.took(",");
        }
        return entries;
    }

    private Expression loop(String closing) {
        tokens.next();
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.take(Kind.NAME).text());
        } while (tokens.took(","));
        if (!tokens.next().isWord("in")) {
            throw new HclException(tokens.peek().line(), "a for needs an in");
        }
        Expression in = expressions.expression();
        tokens.take(":");
        Expression first = expressions.expression();
        boolean object = closing.equals("}");
        if (object) {
            tokens.take("=>");
        }
        Expression value = object ? expressions.expression() : first;
        Expression condition = null;
        if (tokens.peek().isWord("if")) {
            tokens.next();
            condition = expressions.expression();
        }
        return new For(names, in, object ? first : null, value, condition);
    }
}
