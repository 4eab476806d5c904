package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a raised failure again of the problem that it was answered with. */
final class StoredProblem {
    private final Map<String, Object> left;

    private StoredProblem(Map<String, Object> problem) {
        this.left = new LinkedHashMap<>(problem);
    }

    /**
     * The failure whose {@link Failure#problem} this is.
     *
     * @throws RuntimeException when this is no problem
     */
    static Failure read(Map<String, Object> problem) {
        return new StoredProblem(problem).failure();
    }

    private Failure failure() {
        String type = requireNonNull(text("type"));
        String title = requireNonNull(text("title"));
        Integer status = (Integer) requireNonNull(left.remove("status"));
        String detail = requireNonNull(text("detail"));
        String instance = text("instance");
        String code = requireNonNull(text("code"));
        FailurePlace place = new FailurePlace(
                text("pipeline"), text("component"), instance, text("step"), null, null, text("event_id"));
        return new Failure(type, code, status, title, detail, place, 0, null, left);
    }

    private @Nullable String text(String name) {
        return (String) left.remove(name);
    }
}
