package dev.krakenflow.expression.jsonata;

import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Binary;
import dev.krakenflow.expression.syntax.Node.Block;
import dev.krakenflow.expression.syntax.Node.Choice;
import dev.krakenflow.expression.syntax.Node.Filter;
import dev.krakenflow.expression.syntax.Node.Group;
import dev.krakenflow.expression.syntax.Node.Lambda;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the library puts a call off until the function around it is left. It then forgets the grouping of the call, and
 * filters and groups the call in place of its result where a block stands between them. What was no call before
 * rewriting must not become one there.
 */
final class TailCalls {

    private final Set<Node> places = Collections.newSetFromMap(new IdentityHashMap<>());

    TailCalls(Node node) {
        find(node);
    }

    boolean canStandAt(Node node) {
        return places.contains(node);
    }

    private void find(Node node) {
        if (node instanceof Lambda lambda) {
            add(lambda.body());
        }
        node.children().forEach(this::find);
    }

    private void add(@Nullable Node node) {
        if (node == null) {
            return;
        }
        places.add(node);
        switch (node) {
            case Block it when !it.children().isEmpty() -> add(it.children().getLast());
            case Choice it -> {
                add(it.then());
                add(it.otherwise());
            }
            case Binary it
            when it.operator().equals("?:") || it.operator().equals("??") -> {
                add(it.left());
                add(it.right());
            }
            case Filter it -> add(it.left());
            case Group it -> add(it.left());
            default -> {}
        }
    }
}
