package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Node.Binary;
import dev.krakenflow.expression.syntax.Node.Bind;
import dev.krakenflow.expression.syntax.Node.Call;
import dev.krakenflow.expression.syntax.Node.Choice;
import dev.krakenflow.expression.syntax.Node.Concatenation;
import dev.krakenflow.expression.syntax.Node.Filter;
import dev.krakenflow.expression.syntax.Node.Focus;
import dev.krakenflow.expression.syntax.Node.Group;
import dev.krakenflow.expression.syntax.Node.Literal;
import dev.krakenflow.expression.syntax.Node.Path;
import dev.krakenflow.expression.syntax.Node.Placeholder;
import dev.krakenflow.expression.syntax.Node.Sort;
import dev.krakenflow.expression.syntax.Node.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may follow an operand. */
final class Operators {

    private final SyntaxParser parser;
    private final Lambdas lambdas;

    Operators(SyntaxParser parser) {
        this.parser = parser;
        this.lambdas = new Lambdas(parser);
    }

    /** Reads on behind an operator which was just taken. */
    Node read(Node left, Token operator) {
        return switch (operator.text()) {
            case "." -> path(left);
            case "[" -> filter(left, operator);
            case "(" -> call(left, operator);
            case "{" -> group(left, operator);
            case "^" -> sort(left, operator);
            case "&" -> concatenation(left, operator);
            case "?" -> choice(left);
            case ":=" -> bind(left, operator);
            case "@", "#" -> focus(left, operator);
            case "?:", "??" -> binary(left, operator, 0);
            default -> binary(left, operator, SyntaxParser.power(operator.text()));
        };
    }

    private Node binary(Node left, Token operator, int power) {
        Node right = parser.expression(power);
        return new Binary(operator.text(), left, right, left.start(), right.end());
    }

    private Node path(Node left) {
        Node right = parser.expression(SyntaxParser.power("."));
        checkStep(left);
        checkStep(right);
        return new Path(left, right, left.start(), right.end());
    }

    private static void checkStep(Node step) {
        if (step instanceof Literal literal && !(literal.value() instanceof String)) {
            throw new SyntaxException(
                    "expected the name of a field as step of a path, not a number, boolean or null", step.start());
        }
    }

    private Node filter(Node left, Token bracket) {
        parser.open(bracket);
        if (parser.token().is("]")) {
            parser.close("]", false);
            return new Filter(left, null, left.start(), parser.lastEnd());
        }
        Node predicate = parser.expression(0);
        parser.close("]", true);
        return new Filter(left, predicate, left.start(), parser.lastEnd());
    }

    private Node call(Node left, Token bracket) {
        parser.open(bracket);
        List<Node> arguments = new ArrayList<>();
        while (!parser.token().is(")")) {
            arguments.add(argument());
            if (!parser.token().is(",")) {
                break;
            }
            parser.advance(false);
        }
        parser.close(")", true);
        return Lambdas.isLambda(left)
                ? lambdas.read(left, arguments)
                : new Call(left, List.copyOf(arguments), left.start(), parser.lastEnd());
    }

    private Node argument() {
        if (!parser.token().is("?")) {
            return parser.expression(0);
        }
        Token placeholder = parser.advance(false);
        return new Placeholder(placeholder.start(), placeholder.end());
    }

    private Node group(Node left, Token bracket) {
        parser.open(bracket);
        List<Node> pairs = parser.pairs();
        return new Group(left, List.copyOf(pairs), left.start(), parser.lastEnd());
    }

    private Node sort(Node left, Token operator) {
        parser.open(operator);
        parser.take("(", false);
        List<Node> terms = new ArrayList<>();
        do {
            if (!terms.isEmpty()) {
                parser.advance(false);
            }
            if (parser.token().is("<") || parser.token().is(">")) {
                parser.advance(false);
            }
            terms.add(parser.expression(0));
        } while (parser.token().is(","));
        parser.close(")", false);
        return new Sort(left, List.copyOf(terms), left.start(), parser.lastEnd());
    }

    private Node concatenation(Node left, Token operator) {
        Node right = parser.expression(SyntaxParser.power("&"));
        List<Node> parts = new ArrayList<>();
        List<Integer> operators = new ArrayList<>();
        if (left instanceof Concatenation it) {
            parts.addAll(it.parts());
            operators.addAll(it.operators());
        } else {
            parts.add(left);
        }
        parts.add(right);
        operators.add(operator.start());
        return new Concatenation(List.copyOf(parts), List.copyOf(operators), left.start(), right.end());
    }

    private Node choice(Node condition) {
        Node then = parser.expression(0);
        @Nullable Node otherwise = null;
        if (parser.token().is(":")) {
            parser.advance(false);
            otherwise = parser.expression(0);
        }
        return new Choice(condition, then, otherwise, condition.start(), parser.lastEnd());
    }

    private Node bind(Node left, Token operator) {
        if (!(withoutEmptyBrackets(left) instanceof Variable variable)) {
            throw new SyntaxException("expected a variable before :=", operator.start());
        }
        Node value = parser.expression(SyntaxParser.power(":=") - 1);
        return new Bind(variable.name(), value, left.start(), value.end());
    }

    /** JSONata reads {@code $name[]} as the variable where one is to be bound. */
    static Node withoutEmptyBrackets(Node node) {
        return node instanceof Filter filter && filter.predicate() == null ? withoutEmptyBrackets(filter.left()) : node;
    }

    private Node focus(Node left, Token operator) {
        Node right = parser.expression(SyntaxParser.power("@"));
        if (!(right instanceof Variable variable)) {
            throw new SyntaxException("expected a variable behind " + operator.text(), operator.start());
        }
        return new Focus(left, variable.name(), left.start(), right.end());
    }
}
