package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.json.JsonNull;
import java.util.List;
import java.util.Map;

/**
 * The {@code items} of a map.
 *
 * @param most more items are the failure {@code too-many-items}
 */
record ItemsField(TemplateField items, int most) {
    static final String KEY = "items";

    /**
     * The items of an event: none when the value is missing, one when it is no list.
     *
     * @throws RunException {@code expression}, or {@code too-many-items}
     */
    List<?> of(Map<String, Object> event, Evaluation evaluation) {
        Object value = items.value(event, evaluation);
        if (value == JsonNull.VALUE) {
            throw items.failure("must give a list, it is null");
        }
        List<?> list = value == null ? List.of() : value instanceof List<?> several ? several : List.of(value);
        if (list.size() > most) {
            String detail = "at most " + most + " items are allowed (max_items), there are " + list.size();
            Failure failure = Failure.of(FailureCode.TOO_MANY_ITEMS, detail);
            throw new RunException(failure.at(FailurePlace.NOWHERE.withStep(KEY)), null);
        }
        return list;
    }
}
