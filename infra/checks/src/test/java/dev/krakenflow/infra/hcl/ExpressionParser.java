package dev.krakenflow.infra.hcl;

import dev.krakenflow.infra.hcl.Expression.Call;
import dev.krakenflow.infra.hcl.Expression.Conditional;
import dev.krakenflow.infra.hcl.Expression.Index;
import dev.krakenflow.infra.hcl.Expression.Literal;
import dev.krakenflow.infra.hcl.Expression.Member;
import dev.krakenflow.infra.hcl.Expression.Name;
import dev.krakenflow.infra.hcl.Expression.Operation;
import dev.krakenflow.infra.hcl.Expression.Splat;
import dev.krakenflow.infra.hcl.Expression.Template;
import dev.krakenflow.infra.hcl.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one expression. */
final class ExpressionParser {

    /** What binds less comes first. */
    private static final List<Set<String>> SIGNS = List.of(
            Set.of("||"),
            Set.of("&&"),
            Set.of("==", "!="),
            Set.of("<", ">", "<=", ">="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private final Tokens tokens;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Expression expression() {
        Expression condition = operation(0);
        if (!tokens.took("?")) {
            return condition;
        }
        Expression yes = expression();
        tokens.take(":");
        return new Conditional(condition, yes, expression());
    }

    private Expression operation(int level) {
        if (level == SIGNS.size()) {
            return signed();
        }
        Expression left = operation(level + 1);
        while (tokens.peek().kind() == Kind.SIGN
                && SIGNS.get(level).contains(tokens.peek().text())) {
            left = new Operation(tokens.next().text(), List.of(left, operation(level + 1)));
        }
        return left;
    }

    private Expression signed() {
        if (tokens.peek().is("!") || tokens.peek().is("-")) {
            return new Operation(tokens.next().text(), List.of(signed()));
        }
        return steps(first());
    }

    private Expression steps(Expression start) {
        Expression reached = start;
        while (true) {
            if (tokens.took(".")) {
                reached = new Member(reached, tokens.take(Kind.NAME).text());
            } else if (tokens.peek().is("[") && tokens.second().is("*")) {
                tokens.take("[");
                tokens.take("*");
                tokens.take("]");
                reached = new Splat(reached);
            } else if (tokens.peek().is("[")) {
                reached = new Index(reached, bracketed("[", "]"));
            } else {
                return reached;
            }
        }
    }

    private Expression first() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> new Literal(number(tokens.next().text()));
            case TEMPLATE -> template(tokens.next(), true);
            case HEREDOC -> template(tokens.next(), false);
            case NAME ->
                tokens.second().is("(")
                        ? call(tokens.next().text())
                        : word(tokens.next().text());
            case SIGN -> token.is("(") ? bracketed("(", ")") : new CollectionParser(tokens, this).collection();
            case NEW_LINE, END -> throw new HclException(token.line(), "an expression is missing");
        };
    }

    private static Number number(String digits) {
        return digits.contains(".") ? (Number) new BigDecimal(digits) : Integer.valueOf(digits);
    }

    private static Expression word(String word) {
        return switch (word) {
            case "true" -> new Literal(true);
            case "false" -> new Literal(false);
            case "null" -> new Literal(null);
            default -> new Name(word);
        };
    }

    private static Expression template(Token token, boolean escaped) {
        List<Expression> parts = Templates.parts(token.text(), token.line(), escaped);
        return switch (parts.size()) {
            case 0 -> new Literal("");
            case 1 -> parts.getFirst();
            default -> new Template(parts);
        };
    }

    private Expression bracketed(String opening, String closing) {
        tokens.take(opening);
        tokens.open();
        Expression inside = expression();
        tokens.take(closing);
        tokens.close();
        return inside;
    }

    private Expression call(String function) {
        tokens.take("(");
        tokens.open();
        List<Expression> arguments = new ArrayList<>();
        boolean spread = false;
        while (!tokens.took(")")) {
            arguments.add(expression());
            spread = tokens.took("...");
            tokens.took(",");
        }
        tokens.close();
        return new Call(function, arguments, spread);
    }
}
