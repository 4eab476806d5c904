package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Node.Block;
import dev.krakenflow.expression.syntax.Node.ListConstructor;
import dev.krakenflow.expression.syntax.Node.Literal;
import dev.krakenflow.expression.syntax.Node.Name;
import dev.krakenflow.expression.syntax.Node.Negation;
import dev.krakenflow.expression.syntax.Node.ObjectConstructor;
import dev.krakenflow.expression.syntax.Node.Regex;
import dev.krakenflow.expression.syntax.Node.Transform;
import dev.krakenflow.expression.syntax.Node.Variable;
import dev.krakenflow.expression.syntax.Node.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What an expression may begin with. */
final class Operands {

    private static final int SIGN_POWER = 70;

    private final SyntaxParser parser;

    Operands(SyntaxParser parser) {
        this.parser = parser;
    }

    /** Reads the operand that begins with a token which was just taken. */
    Node read(Token first) {
        return switch (first.kind()) {
            case NAME -> new Name(first.text(), first.start(), first.end());
            case VARIABLE -> new Variable(first.text(), first.start(), first.end());
            case LITERAL -> new Literal(Objects.requireNonNull(first.value()), first.start(), first.end());
            case REGEX -> new Regex(first.text(), String.valueOf(first.value()), first.start(), first.end());
            case OPERATOR -> operator(first);
            case END -> throw new SyntaxException("expected an expression, found the end", first.start());
        };
    }

    private Node operator(Token first) {
        return switch (first.text()) {
            case "and", "or", "in" -> new Name(first.text(), first.start(), first.end());
            case "*", "**", "%" -> new Wildcard(first.text(), first.start(), first.end());
            case "-" -> new Negation(parser.expression(SIGN_POWER), first.start(), parser.lastEnd());
            case "(" -> block(first);
            case "[" -> list(first);
            case "{" -> object(first);
            case "|" -> transform(first);
            default -> throw new SyntaxException("expected an expression, found " + first.text(), first.start());
        };
    }

    private Node block(Token first) {
        parser.open(first);
        List<Node> parts = new ArrayList<>();
        while (!parser.token().is(")")) {
            parts.add(parser.expression(0));
            if (!parser.token().is(";")) {
                break;
            }
            parser.advance(false);
        }
        parser.close(")", true);
        return new Block(List.copyOf(parts), first.start(), parser.lastEnd());
    }

    private Node list(Token first) {
        parser.open(first);
        List<Node> items = new ArrayList<>();
        while (!parser.token().is("]")) {
            items.add(item());
            if (!parser.token().is(",")) {
                break;
            }
            parser.advance(false);
        }
        parser.close("]", true);
        return new ListConstructor(List.copyOf(items), first.start(), parser.lastEnd());
    }

    private Node item() {
        Node item = parser.expression(0);
        if (!parser.token().is("..")) {
            return item;
        }
        parser.advance(false);
        Node last = parser.expression(0);
        return new Node.Binary("..", item, last, item.start(), last.end());
    }

    private Node object(Token first) {
        parser.open(first);
        List<Node> pairs = parser.pairs();
        return new ObjectConstructor(List.copyOf(pairs), first.start(), parser.lastEnd());
    }

    private Node transform(Token first) {
        List<Node> parts = new ArrayList<>();
        List<Integer> bars = new ArrayList<>(List.of(first.start()));
        parts.add(parser.expression(0));
        bars.add(parser.take("|", false).start());
        parts.add(parser.expression(0));
        if (parser.token().is(",")) {
            bars.add(parser.advance(false).start());
            parts.add(parser.expression(0));
        }
        bars.add(parser.take("|", false).start());
        return new Transform(List.copyOf(parts), List.copyOf(bars), first.start(), parser.lastEnd());
    }
}
