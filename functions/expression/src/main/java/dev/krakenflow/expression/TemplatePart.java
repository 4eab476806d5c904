package dev.krakenflow.expression;

import dev.krakenflow.json.JsonList;
import dev.krakenflow.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A compiled part of a template. */
sealed interface TemplatePart {

    /** Null when missing. */
    @Nullable Object evaluate(TemplateRun run);

    /** A part without expressions: the same value for every evaluation. */
    record Literal(Object value) implements TemplatePart {
        @Override
        public Object evaluate(TemplateRun run) {
            return value;
        }
    }

    /** A string that is an expression. */
    record Computed(CompiledExpression expression) implements TemplatePart {
        @Override
        public @Nullable Object evaluate(TemplateRun run) {
            return expression.evaluate(run);
        }
    }

    /** An object; members without a value are left out. */
    record ObjectPart(Map<String, TemplatePart> members) implements TemplatePart {
        @Override
        public Object evaluate(TemplateRun run) {
            JsonObject object = new JsonObject(members.size());
            for (Map.Entry<String, TemplatePart> member : members.entrySet()) {
                Object value = member.getValue().evaluate(run);
                if (value != null) {
                    object.put(member.getKey(), value);
                }
            }
            return object;
        }
    }

    /** A list; elements without a value are left out. */
    record ListPart(List<TemplatePart> elements) implements TemplatePart {
        @Override
        public Object evaluate(TemplateRun run) {
            JsonList list = new JsonList(elements.size());
            for (TemplatePart element : elements) {
                Object value = element.evaluate(run);
                if (value != null) {
                    list.add(value);
                }
            }
            return list;
        }
    }
}
