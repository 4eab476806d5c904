package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds Kraken's expressions in Elixir, which are plain texts here, and says what to write instead. */
final class ElixirText {
    private static final Pattern USE = Pattern.compile("\\bargs\\s*\\[|\\(\\s*args\\s*,");
    private static final Pattern ARGS = Pattern.compile("\\bargs\\b");
    private static final Pattern STRING_OR_PATH =
            Pattern.compile("\\bargs((?:\\[(?:\"[^\"\\]]+\"|'[^'\\]]+')\\])*)(?![\\w\\[])|\"[^\"]*\"|'[^']*'");
    /** What has no counterpart that can be written down without understanding it. */
    private static final Pattern MORE = Pattern.compile("\\w\\s*\\(|\\b[A-Z]\\w*\\.|#\\{|\\bargs\\s*\\[|->|\\|>");

    private static final Pattern KEY = Pattern.compile("\\[[\"']([^\"']+)[\"']\\]");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST = 1_000;
    private static final String EXAMPLE = "args is $ here: args[\"x\"] is {% x %}";

    private final Expressions expressions;

    ElixirText(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Whether a text names {@code args} at all; enough where no text can stand. */
    static boolean mentionsArgs(String text) {
        return ARGS.matcher(text).find();
    }

    /** Warns of texts in a template that were probably meant to be evaluated. */
    void warn(JsonNode template, String pointer, Findings findings) {
        if (template instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                warn(member.getValue(), Pointers.member(pointer, member.getKey()), findings);
            }
        } else if (template instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                warn(array.get(i), Pointers.element(pointer, i), findings);
            }
        } else if (template.isTextual()
                && !ExpressionText.isMeant(template)
                && USE.matcher(template.textValue()).find()) {
            findings.warning(
                    ProblemCode.KRAKEN_ONLY,
                    pointer,
                    "this is Elixir, and stays the text it is: expressions are JSONata between {% and %}",
                    hint(template.textValue()));
        }
    }

    /** What to write instead. */
    String hint(String elixir) {
        if (elixir.length() > LONGEST) {
            return EXAMPLE;
        }
        String source = STRING_OR_PATH.matcher(elixir.strip()).replaceAll(ElixirText::translated);
        String whole = "{% " + source.replace("==", "=").replace("&&", "and").replace("||", "or") + " %}";
        boolean works = !MORE.matcher(source).find()
                && expressions
                        .template(TextNode.valueOf(whole), Scope.of("event", "context", "memo"))
                        .problems()
                        .isEmpty();
        return works ? "args is $ here: write " + whole : EXAMPLE;
    }

    private static String translated(MatchResult found) {
        String keys = found.group(1);
        if (keys == null) {
            return Matcher.quoteReplacement(found.group());
        }
        String path = KEY.matcher(keys).replaceAll(key -> Matcher.quoteReplacement("." + name(key.group(1))));
        return Matcher.quoteReplacement(path.isEmpty() ? "$" : path.substring(1));
    }

    private static String name(String key) {
        return PLAIN_NAME.matcher(key).matches() ? key : "`" + key + "`";
    }
}
