package dev.krakenflow.expression.syntax;

import dev.krakenflow.expression.syntax.Node.Leaf;
import dev.krakenflow.expression.syntax.Node.Regex;
import java.util.ArrayList;
import java.util.List;

/**
 * A source as anybody may see it: names, numbers and operators as they stand, but no string, regular expression or
 * comment, because those may hold secrets.
 */
public final class ShownSource {

    private static final String HIDDEN = "\"…\"";

    private final String source;
    private final StringBuilder shown = new StringBuilder();
    private int copied;

    private ShownSource(String source) {
        this.source = source;
    }

    /** @param node what the source says */
    public static String of(String source, Node node) {
        ShownSource it = new ShownSource(source);
        List<Leaf> leaves = new ArrayList<>();
        collect(node, leaves);
        leaves.forEach(it::write);
        it.copyWithoutComments(source.length());
        return it.shown.toString().strip();
    }

    private static void collect(Node node, List<Leaf> leaves) {
        if (node instanceof Leaf leaf) {
            leaves.add(leaf);
        } else {
            node.children().forEach(child -> collect(child, leaves));
        }
    }

    private void write(Leaf leaf) {
        copyWithoutComments(leaf.start());
        char first = source.charAt(leaf.start());
        boolean hidden = leaf instanceof Regex || first == '"' || first == '\'';
        shown.append(hidden ? HIDDEN : source.substring(leaf.start(), leaf.end()));
        copied = leaf.end();
    }

    /** Copies what stands between leaves, where nothing but a comment can begin with a slash and a star. */
    private void copyWithoutComments(int end) {
        int comment = source.indexOf("/*", copied);
        while (comment >= 0 && comment < end) {
            shown.append(source, copied, comment);
            copied = source.indexOf("*/", comment + 2) + 2;
            comment = source.indexOf("/*", copied);
        }
        shown.append(source, copied, end);
    }
}
