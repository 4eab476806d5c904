package dev.krakenflow.expression;

import dev.krakenflow.expression.syntax.Node;
import dev.krakenflow.expression.syntax.SyntaxException;
import dev.krakenflow.expression.syntax.SyntaxParser;
import dev.krakenflow.json.Surrogates;

/** Reads sources within the bounds. */
final class Sources {

    private final Bounds bounds;

    Sources(Bounds bounds) {
        this.bounds = bounds;
    }

    /** @throws SyntaxException when it is no expression, too long, or nested too deep */
    Node parse(String source) {
        if (source.length() > bounds.sourceLength()) {
            throw new SyntaxException(
                    "expected at most " + bounds.sourceLength() + " characters", bounds.sourceLength());
        }
        if (source.isBlank()) {
            throw new SyntaxException("expected an expression between the delimiters", 0);
        }
        if (Surrogates.hasLoneOne(source)) {
            throw new SyntaxException("expected whole characters, but there is a lone surrogate", 0);
        }
        return SyntaxParser.parse(source, bounds.nesting(), bounds.depth());
    }
}
