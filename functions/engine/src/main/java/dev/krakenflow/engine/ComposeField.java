package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code compose} of a composer: what it makes of a result.
 *
 * @param events gives the events that go on
 * @param memo gives what is remembered; null: nothing new
 */
record ComposeField(TemplateField events, @Nullable TemplateField memo) {
    static final String STEP = "compose";
    static final String EVENTS = "compose.events";
    static final String MEMO = "compose.memo";

    /**
     * What was composed.
     *
     * @param memo null: the memo stays as it was
     */
    record Composed(
            List<Map<String, Object>> events, @Nullable Object memo) {}

    /** @throws RunException {@code expression}, or {@code too-many-events} when the run has no room for them */
    Composed of(@Nullable Object result, Evaluation evaluation, Run run) {
        List<Map<String, Object>> made = objects(events.value(result, evaluation));
        Failure tooMany = run.refusal(made.size());
        if (tooMany != null) {
            throw new RunException(tooMany.at(FailurePlace.NOWHERE.withStep(STEP)), null);
        }
        return new Composed(made, memo == null ? null : memo.value(result, evaluation));
    }

    /** The failure of a memo that cannot be kept. */
    static RunException tooLarge(String what) {
        return TemplateField.failure(MEMO, "the memo cannot be kept: " + what, null);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> objects(@Nullable Object value) {
        if (value instanceof Map<?, ?> one) {
            return List.of((Map<String, Object>) one);
        }
        if (!(value instanceof List<?> list)) {
            String hint = value == null ? "; write {% [l.{…}] %} for one for each of l, or none" : "";
            throw events.failure("must give a list of objects, it is " + JsonKind.of(value) + hint);
        }
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Map)) {
                throw events.failure(
                        "must give a list of objects, its element " + i + " is " + JsonKind.of(list.get(i)));
            }
        }
        return (List<Map<String, Object>>) list;
    }
}
