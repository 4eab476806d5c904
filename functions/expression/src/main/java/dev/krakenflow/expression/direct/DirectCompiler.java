package dev.krakenflow.expression.direct;

import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Binary;
import dev.krakenflow.expression.syntax.Node.Block;
import dev.krakenflow.expression.syntax.Node.Call;
import dev.krakenflow.expression.syntax.Node.Choice;
import dev.krakenflow.expression.syntax.Node.Concatenation;
import dev.krakenflow.expression.syntax.Node.Literal;
import dev.krakenflow.expression.syntax.Node.Name;
import dev.krakenflow.expression.syntax.Node.Negation;
import dev.krakenflow.expression.syntax.Node.Path;
import dev.krakenflow.expression.syntax.Node.Variable;
import dev.krakenflow.json.Surrogates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes direct expressions of those nodes that are simple enough. Thread-safe. */
public final class DirectCompiler {

    private static final Object UNSURE = DirectExpression.UNSURE;

    private final Set<String> variables;
    private final int stringLength;

    /**
     * @param variables the names that have a value, beside {@code $} and {@code $$}
     * @param stringLength characters of the longest string that may be made
     */
    public DirectCompiler(Set<String> variables, int stringLength) {
        this.variables = Set.copyOf(variables);
        this.stringLength = stringLength;
    }

    /** Null when the expression is one for the library. */
    public @Nullable DirectExpression compile(Node node) {
        return switch (node) {
            case Literal it -> literal(it);
            case Name it -> new DirectPath(null, List.of(it.name()));
            case Variable it -> variable(it, List.of());
            case Path it -> path(it);
            case Binary it -> binary(it);
            case Concatenation it -> concatenation(it);
            case Negation it -> negation(it);
            case Choice it -> choice(it);
            case Block it -> it.children().size() == 1 ? compile(it.children().getFirst()) : null;
            case Call it -> call(it);
            default -> null;
        };
    }

    private static @Nullable DirectExpression literal(Literal node) {
        Object value = node.value();
        boolean broken = value instanceof String text && Surrogates.hasLoneOne(text);
        return broken ? null : (input, variables) -> value;
    }

    private @Nullable DirectExpression path(Path path) {
        List<String> names = new ArrayList<>();
        Node first = path;
        while (first instanceof Path step) {
            if (!(step.right() instanceof Name name)) {
                return null;
            }
            names.addFirst(name.name());
            first = step.left();
        }
        return switch (first) {
            case Name it -> {
                names.addFirst(it.name());
                yield new DirectPath(null, names);
            }
            case Variable it -> variable(it, names);
            default -> null;
        };
    }

    private @Nullable DirectExpression variable(Variable node, List<String> names) {
        boolean input = node.name().isEmpty() || node.name().equals("$");
        return input || variables.contains(node.name()) ? new DirectPath(node.name(), names) : null;
    }

    private @Nullable DirectExpression binary(Binary node) {
        DirectExpression left = compile(node.left());
        DirectExpression right = left == null ? null : compile(node.right());
        if (left == null || right == null) {
            return null;
        }
        return switch (node.operator()) {
            case "+", "-", "*", "/", "%" -> new DirectArithmetic(node.operator().charAt(0), left, right);
            case "=", "!=" -> new DirectEquality(node.operator().equals("="), left, right);
            case "<", "<=", ">", ">=" -> new DirectComparison(node.operator(), left, right);
            case "and", "or" -> new DirectLogic(node.operator().equals("and"), left, right);
            default -> null;
        };
    }

    private @Nullable DirectExpression concatenation(Concatenation node) {
        List<DirectExpression> parts = new ArrayList<>();
        for (Node part : node.parts()) {
            DirectExpression direct = compile(part);
            if (direct == null) {
                return null;
            }
            parts.add(direct);
        }
        return new DirectText(parts, stringLength);
    }

    private @Nullable DirectExpression negation(Negation node) {
        DirectExpression operand = compile(node.operand());
        return operand == null ? null : new DirectArithmetic('-', (input, variables) -> 0, operand);
    }

    private @Nullable DirectExpression choice(Choice node) {
        DirectExpression condition = compile(node.condition());
        DirectExpression then = compile(node.then());
        DirectExpression otherwise = node.otherwise() == null ? (input, variables) -> null : compile(node.otherwise());
        return condition == null || then == null || otherwise == null
                ? null
                : new DirectChoice(condition, then, otherwise);
    }

    /** The two functions that conditions are full of. */
    private @Nullable DirectExpression call(Call node) {
        if (!(node.function() instanceof Variable function) || node.arguments().size() != 1) {
            return null;
        }
        DirectExpression argument = compile(node.arguments().getFirst());
        if (argument == null) {
            return null;
        }
        return switch (function.name()) {
            case "exists" ->
                (input, variables) -> {
                    Object value = argument.evaluate(input, variables);
                    return value == UNSURE ? UNSURE : (Object) (value != null);
                };
            case "not" -> (input, variables) -> Truth.negated(argument.evaluate(input, variables));
            default -> null;
        };
    }
}
