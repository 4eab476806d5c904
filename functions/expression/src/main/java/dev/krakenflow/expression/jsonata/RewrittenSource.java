package dev.krakenflow.expression.jsonata;

import dev.krakenflow.expression.syntax.Node.Regex;
import java.util.List;

/**
 * A source as the library gets it.
 *
 * @param regexes the regular expressions for which {@link Inserted#regex} stands, by number
 */
record RewrittenSource(String text, List<Regex> regexes, Offsets offsets) {}
