package dev.krakenflow.expression.direct;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code a.b.c}, {@code $}, {@code $event.a}: fields of fields. Not sure where a list lies on the way. */
final class DirectPath implements DirectExpression {

    private final @Nullable String variable;
    private final String[] names;

    /** @param variable where it begins; null: at the context */
    DirectPath(@Nullable String variable, List<String> names) {
        this.variable = variable;
        this.names = names.toArray(new String[0]);
    }

    @Override
    public @Nullable Object evaluate(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        Object value = begin(input, variables);
        for (String name : names) {
            if (value instanceof Map<?, ?> object) {
                value = object.get(name);
            } else {
                return value instanceof List ? UNSURE : null;
            }
        }
        return value;
    }

    private @Nullable Object begin(@Nullable Object input, Map<String, ? extends @Nullable Object> variables) {
        return variable == null || variable.isEmpty() || variable.equals("$") ? input : variables.get(variable);
    }
}
