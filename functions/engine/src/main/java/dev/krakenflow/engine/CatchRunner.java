package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.plan.Catch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets an event go on after a failure of its component.
 *
 * @param errors the failures that it takes
 * @param transform of {@link Catch.Transform}; null for others
 */
record CatchRunner(
        CodePatterns errors, Catch.Action action, @Nullable TemplateField transform) {

    /** The key of the template. */
    static final String TRANSFORM = "catch.transform";

    /**
     * Takes the event, which is in the component still, as it came into that.
     *
     * @param error the value of {@code $error}
     * @return where it goes on, as {@link ComponentRunner#enter}
     * @throws RunException when the template fails
     */
    int enter(Position position, Map<String, Object> error) {
        int behind = position.visit().component().component().next();
        return switch (action) {
            case Catch.Transform it -> {
                merge(position, error);
                yield behind;
            }
            case Catch.Components it -> {
                position.sees(new Caught(error, it.start(), it.end(), position.caught()));
                yield it.start() == it.end() ? behind : it.start();
            }
            case Catch.Goto it -> it.target();
        };
    }

    private void merge(Position position, Map<String, Object> error) {
        Map<String, Object> event = position.event();
        Map<String, Object> changes = requireNonNull(transform).object(event, position.evaluation(error));
        position.becomes(EventChange.merged(event, changes, List.of()));
    }
}
