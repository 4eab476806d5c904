package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Node.Bind;
import dev.krakenflow.expression.syntax.Node.Call;
import dev.krakenflow.expression.syntax.Node.Focus;
import dev.krakenflow.expression.syntax.Node.Lambda;
import dev.krakenflow.expression.syntax.Node.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression names.
 *
 * @param used every variable, in the order of the source
 * @param bound the variables that the expression itself gives a value
 */
public record Names(List<Use> used, Set<String> bound) {

    /**
     * One place at which a variable stands.
     *
     * @param called whether it is called as a function
     */
    public record Use(String name, boolean called, int offset) {}

    public Names {
        used = List.copyOf(used);
        bound = Set.copyOf(bound);
    }

    /** What the tree under a node names. */
    public static Names of(Node node) {
        List<Use> used = new ArrayList<>();
        Set<String> bound = new HashSet<>();
        collect(node, used, bound);
        return new Names(used, bound);
    }

    private static void collect(Node node, List<Use> used, Set<String> bound) {
        switch (node) {
            case Bind it -> bound.add(it.name());
            case Focus it -> bound.add(it.name());
            case Lambda it -> bound.addAll(it.parameters());
            case Variable it -> used.add(new Use(it.name(), false, it.start()));
            default -> {}
        }
        List<Node> children = node.children();
        if (node instanceof Call call && call.function() instanceof Variable it) {
            used.add(new Use(it.name(), true, it.start()));
            children = call.arguments();
        }
        children.forEach(child -> collect(child, used, bound));
    }

    /** Whether something of this name is used that is not bound by the expression itself. */
    public boolean uses(String name) {
        return !bound.contains(name) && used.stream().anyMatch(use -> use.name().equals(name));
    }
}
