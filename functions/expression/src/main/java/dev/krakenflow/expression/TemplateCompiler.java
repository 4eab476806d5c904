package dev.krakenflow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.ExpressionProblem.Kind;
import dev.krakenflow.json.JsonNodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks one template and compiles the expressions in it. Finds all problems; null stands for what has some. */
final class TemplateCompiler {

    private final SourceCompiler sources;
    private final Findings findings;

    TemplateCompiler(SourceCompiler sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    @Nullable TemplatePart compile(JsonNode node, String pointer) {
        return switch (node.getNodeType()) {
            case STRING -> string(node.textValue(), pointer);
            case OBJECT -> object(node, pointer);
            case ARRAY -> list(node, pointer);
            default -> new TemplatePart.Literal(JsonNodes.toValue(node));
        };
    }

    private @Nullable TemplatePart string(String text, String pointer) {
        if (ExpressionText.isWhole(text)) {
            CompiledExpression expression = sources.compile(ExpressionText.source(text), pointer);
            return expression == null ? null : new TemplatePart.Computed(expression);
        }
        if (ExpressionText.hasDelimiter(text)) {
            findings.problem(
                    Kind.PARTIAL_EXPRESSION,
                    pointer,
                    "an expression must be the whole string",
                    "write " + ExpressionText.whole(text));
            return null;
        }
        return new TemplatePart.Literal(text);
    }

    private @Nullable TemplatePart object(JsonNode node, String pointer) {
        Map<String, TemplatePart> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String place = pointer + "/" + escaped(member.getKey());
            if (ExpressionText.hasDelimiter(member.getKey())) {
                findings.warning(
                        Kind.KEY_WITH_DELIMITER, place, "a key is never an expression: it stays as it is", null);
            }
            TemplatePart part = compile(member.getValue(), place);
            if (part != null) {
                members.put(member.getKey(), part);
            }
        }
        boolean literal = members.values().stream().allMatch(TemplatePart.Literal.class::isInstance);
        return literal
                ? new TemplatePart.Literal(JsonNodes.toValue(node))
                : new TemplatePart.ObjectPart(Collections.unmodifiableMap(members));
    }

    private @Nullable TemplatePart list(JsonNode node, String pointer) {
        List<TemplatePart> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            TemplatePart part = compile(node.get(i), pointer + "/" + i);
            if (part != null) {
                elements.add(part);
            }
        }
        boolean literal = elements.stream().allMatch(TemplatePart.Literal.class::isInstance);
        return literal ? new TemplatePart.Literal(JsonNodes.toValue(node)) : new TemplatePart.ListPart(elements);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
