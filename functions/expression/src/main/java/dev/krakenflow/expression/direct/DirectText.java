package dev.krakenflow.expression.direct;

import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.NumberText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code a & b & c} of scalars; missing is nothing. Not sure about lists and objects, and what gets too long. */
final class DirectText implements DirectExpression {

    private final DirectExpression[] parts;
    private final int longest;

    DirectText(List<DirectExpression> parts, int longest) {
        this.parts = parts.toArray(new DirectExpression[0]);
        this.longest = longest;
    }

    @Override
    public Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        StringBuilder text = new StringBuilder();
        for (DirectExpression part : parts) {
            Object value = part.evaluate(input, variables);
            switch (value) {
                case null -> {}
                case String it when (long) text.length() + it.length() <= longest -> text.append(it);
                case Integer it -> text.append(it.intValue());
                case Number it when Double.isFinite(it.doubleValue()) -> text.append(NumberText.rounded(it));
                case Boolean it -> text.append(it.booleanValue());
                case JsonNull it -> text.append("null");
                default -> {
                    return UNSURE;
                }
            }
        }
        return text.toString();
    }
}
