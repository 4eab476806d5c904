package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An operation on all definitions as a message: <code>{"operation": "apply", "definitions": {…}, "dry_run"?, "prune"?}</code>,
 * <code>{"operation": "export"}</code>.
 */
sealed interface SetMessage {

    record Apply(ApplyRequest request) implements SetMessage {}

    record Export() implements SetMessage {}

    /**
     * The operation that a JSON value means; nothing when it is none of these.
     *
     * @throws RequestException {@code invalid-request} when it is one of these and not whole
     */
    static Optional<SetMessage> read(@Nullable Object message) {
        if (!(message instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        if ("apply".equals(map.get("operation"))) {
            return Optional.of(apply(map));
        }
        if ("export".equals(map.get("operation"))) {
            refuseOtherKeys(map, Set.of("operation"));
            return Optional.of(new Export());
        }
        return Optional.empty();
    }

    /** Does what it asks for. */
    default Uni<Object> run(AdminOperations operations) {
        return switch (this) {
            case Apply apply -> operations.apply(apply.request());
            case Export export -> operations.export();
        };
    }

    private static Apply apply(Map<?, ?> map) {
        refuseOtherKeys(map, Set.of("operation", "definitions", "dry_run", "prune"));
        Object definitions = map.get("definitions");
        if (definitions == null) {
            throw RequestException.invalid("\"definitions\" must hold what is applied");
        }
        OperationBody body = new OperationBody("", JsonWriter.writeBytes(definitions));
        return new Apply(new ApplyRequest(body, AdminMessage.flag(map, "dry_run"), AdminMessage.flag(map, "prune")));
    }

    private static void refuseOtherKeys(Map<?, ?> map, Set<String> keys) {
        if (!keys.containsAll(map.keySet())) {
            throw RequestException.invalid("send an object with the keys " + new TreeSet<>(keys));
        }
    }
}
