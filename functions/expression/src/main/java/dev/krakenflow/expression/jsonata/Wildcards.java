package dev.krakenflow.expression.jsonata;

import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Wildcard;

/** Finds the operators {@code *}, {@code **} and {@code %} in place of names. */
final class Wildcards {

    private Wildcards() {}

    /** Whether the operator stands anywhere under a node. */
    static boolean has(String operator, Node node) {
        return node instanceof Wildcard it
                ? it.operator().equals(operator)
                : node.children().stream().anyMatch(child -> has(operator, child));
    }
}
