package dev.krakenflow.expression.jsonata;

import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Binary;
import dev.krakenflow.expression.syntax.Node.Concatenation;
import dev.krakenflow.expression.syntax.Node.Literal;
import org.jspecify.annotations.Nullable;

/** Tells which operators the library does not do well on what may stand beside them, and which function does. */
final class OperatorFunctions {

    private OperatorFunctions() {}

    /** The inserted function that does the operator; null where the library does it as well. */
    static @Nullable String of(Binary node) {
        return switch (node.operator()) {
            case "/" -> isNumberButZero(node.right()) ? null : Inserted.QUOTIENT;
            case "%" -> isNumberButZero(node.right()) ? null : Inserted.REMAINDER;
            case "=" -> isScalar(node.left()) || isScalar(node.right()) ? null : Inserted.EQUAL;
            case "!=" -> isScalar(node.left()) || isScalar(node.right()) ? null : Inserted.UNEQUAL;
            case "in" -> isScalar(node.left()) ? null : Inserted.IN;
            default -> null;
        };
    }

    private static boolean isNumberButZero(Node node) {
        return node instanceof Literal literal && literal.value() instanceof Number number && number.doubleValue() != 0;
    }

    private static boolean isScalar(Node node) {
        return node instanceof Literal || node instanceof Concatenation;
    }
}
