package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What becomes of an event when its component fails.
 *
 * @param errors patterns of codes: a code, {@code http.4xx}, {@code http.5xx}, {@code *}; one of them must match
 */
public record Catch(List<String> errors, Action action) {

    public Catch {
        errors = List.copyOf(errors);
        requireNonNull(action);
    }

    /** What is done with the event as it entered the component. */
    public sealed interface Action {}

    /**
     * Something is merged into it, and it goes on behind the component.
     *
     * @param json template over the event, with {@code $error}
     */
    public record Transform(JsonNode json) implements Action {
        public Transform {
            requireNonNull(json);
        }
    }

    /**
     * It passes components of the same program, with {@code $error}, until it is outside of them. They stand from
     * {@code start} to before {@code end}, all that is nested in them too; none when both are the same.
     */
    public record Components(int start, int end) implements Action {
        public Components {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("components from " + start + " to " + end);
            }
        }
    }

    /**
     * It goes on at a goto point.
     *
     * @param target the point's index
     */
    public record Goto(int target) implements Action {}
}
