package dev.krakenflow.expression.jsonata;

import dev.krakenflow.expression.syntax.Names;
import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.Node.Binary;
import dev.krakenflow.expression.syntax.Node.Call;
import dev.krakenflow.expression.syntax.Node.Concatenation;
import dev.krakenflow.expression.syntax.Node.Focus;
import dev.krakenflow.expression.syntax.Node.Group;
import dev.krakenflow.expression.syntax.Node.Lambda;
import dev.krakenflow.expression.syntax.Node.Literal;
import dev.krakenflow.expression.syntax.Node.Regex;
import dev.krakenflow.expression.syntax.Node.Transform;
import dev.krakenflow.expression.syntax.Node.Variable;
import dev.krakenflow.expression.syntax.Node.Wildcard;
import dev.krakenflow.expression.syntax.SyntaxException;
import dev.krakenflow.json.JsonNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Copies a source from left to right and puts calls of our functions where the library's own doing is not good. */
final class Rewriter {

    /** {@code ?:} and {@code ??} copy what stands before them, so they can double a source again and again. */
    private static final int MAX_LENGTH = 64 * 1024;

    private final String source;
    private final Set<String> values;
    private final StringBuilder out = new StringBuilder();
    private final List<Regex> regexes = new ArrayList<>();
    private final Offsets offsets = new Offsets();
    private final TailCalls tailCalls;
    private int copied;

    private Rewriter(String source, Node node, Set<String> values) {
        this.source = source;
        this.values = values;
        this.tailCalls = new TailCalls(node);
    }

    /** @param variables names that never stand for functions */
    static RewrittenSource rewrite(String source, Node node, Set<String> variables) {
        if (Wildcards.has("*", node) && Wildcards.has("%", node)) {
            throw new SyntaxException("expected not both * for all fields and % for the parent", node.start());
        }
        Set<String> values = new HashSet<>(variables);
        values.addAll(Names.of(node).bound());
        values.addAll(Set.of("", "$"));
        Rewriter rewriter = new Rewriter(source, node, values);
        rewriter.write(node);
        rewriter.copyTo(source.length());
        return new RewrittenSource(rewriter.out.toString(), List.copyOf(rewriter.regexes), rewriter.offsets);
    }

    private void write(Node node) {
        switch (node) {
            case Concatenation it -> concatenation(it);
            case Literal it when it.value() == JsonNull.VALUE -> replace(it, "$" + Inserted.NULL);
            case Regex it -> regex(it);
            case Wildcard it
            when it.operator().equals("*") -> replace(it, begun(it, Inserted.WILDCARD) + "$" + ended(it));
            case Call it -> call(it);
            case Binary it when it.operator().equals("~>") -> application(it);
            case Binary it when it.operator().equals("?:") -> choice(it, "(", "?");
            case Binary it when it.operator().equals("??") -> choice(it, "($exists(", ")?");
            case Binary it when OperatorFunctions.of(it) instanceof String function -> operator(it, function);
            case Transform it -> transform(it);
            case Group it -> group(it);
            default -> node.children().forEach(this::write);
        }
    }

    private void concatenation(Concatenation node) {
        insert(node.start(), begun(node, Inserted.CONCATENATE));
        for (int i = 0; i < node.parts().size(); i++) {
            write(node.parts().get(i));
            if (i < node.operators().size()) {
                insert(node.operators().get(i), ",");
                copied++;
            }
        }
        insert(node.end(), ended(node));
    }

    /** The beginning of a call in place of a node, or around a part of it. */
    private String begun(Node node, String function) {
        return (tailCalls.canStandAt(node) ? "($" + Inserted.RESULT + ":=$" : "$") + function + "(";
    }

    private String ended(Node node) {
        return tailCalls.canStandAt(node) ? "))" : ")";
    }

    private void operator(Binary node, String function) {
        insert(node.start(), begun(node, function));
        write(node.left());
        insert(node.left().end(), ",");
        moveTo(node.right().start());
        write(node.right());
        insert(node.end(), ended(node));
    }

    private void regex(Regex node) {
        replace(node, "$" + Inserted.regex(regexes.size()));
        regexes.add(node);
    }

    private void call(Call node) {
        if (isFunction(node.function()) || node.isPartial()) {
            write(node.function());
        } else {
            wrap(node.function(), "$" + Inserted.FUNCTION_ONLY + "(", ")");
        }
        node.arguments().forEach(this::write);
    }

    private void application(Binary node) {
        write(node.left());
        if (node.right() instanceof Call || isFunction(node.right())) {
            write(node.right());
        } else {
            // In a block, because a call would be given the left side as its first argument.
            wrap(node.right(), "($" + Inserted.FUNCTION_ONLY + "(", "))");
        }
    }

    private boolean isFunction(Node node) {
        return node instanceof Lambda
                || node instanceof Regex
                || node instanceof Transform
                || (node instanceof Variable variable && !values.contains(variable.name()));
    }

    private void choice(Binary node, String before, String behind) {
        insert(node.start(), before);
        write(node.left());
        insert(node.left().end(), behind);
        moveTo(node.left().start());
        write(node.left());
        insert(node.left().end(), ":");
        moveTo(node.right().start());
        write(node.right());
        insert(node.end(), ")");
    }

    private void transform(Transform node) {
        String function = "function($" + Inserted.CONTEXT + "){$" + Inserted.CONTEXT + ".(";
        insert(node.bars().getFirst(), "($" + Inserted.TRANSFORM + "(" + function);
        copied++;
        for (int i = 0; i < node.children().size(); i++) {
            write(node.children().get(i));
            boolean last = i == node.children().size() - 1;
            insert(node.bars().get(i + 1), last ? ")}))" : ")}," + function);
            copied++;
        }
    }

    private void group(Group node) {
        if (bindsFocus(node.left())) {
            write(node.left());
        } else {
            wrap(node.left(), begun(node, Inserted.UNSHARED), ended(node));
        }
        node.pairs().forEach(this::write);
    }

    /** Such a path groups tuples, which are the library's own, and must stay a path for it. */
    private static boolean bindsFocus(Node node) {
        return node instanceof Focus
                || Wildcards.has("%", node)
                || node.children().stream().anyMatch(Rewriter::bindsFocus);
    }

    private void wrap(Node node, String before, String behind) {
        insert(node.start(), before);
        write(node);
        insert(node.end(), behind);
    }

    private void replace(Node node, String text) {
        insert(node.start(), text);
        moveTo(node.end());
    }

    private void insert(int position, String text) {
        copyTo(position);
        out.append(text);
        moveTo(position);
    }

    private void copyTo(int position) {
        out.append(source, copied, position);
        moveTo(position);
    }

    private void moveTo(int position) {
        if (out.length() > MAX_LENGTH) {
            throw new SyntaxException("expected fewer ?: and ?? within each other", position);
        }
        copied = position;
        offsets.add(out.length(), position);
    }
}
