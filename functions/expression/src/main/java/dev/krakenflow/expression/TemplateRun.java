package dev.krakenflow.expression;

import dev.krakenflow.json.WrittenSize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a template.
 *
 * @param size what its expressions have made so far, together
 */
record TemplateRun(@Nullable Object input, Evaluation evaluation, WrittenSize size) {

    Map<String, Object> variables() {
        return evaluation.variables();
    }
}
