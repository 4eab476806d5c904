package dev.krakenflow.function.admin;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;

/**
 * What an operation is asked for, however it came here.
 *
 * @param kind what is meant
 * @param name the definition's name; empty where an operation is not about one
 * @param function the service function's name; empty where an operation is not about one
 * @param force whether a use of what is deleted does not count
 * @param forget whether what is stopped forgets its memos
 * @param to the number of the version to go back to, not looked into yet; empty where none was given
 * @param body what was sent
 */
public record OperationRequest(
        Kind kind, String name, String function, boolean force, boolean forget, String to, OperationBody body) {
    public OperationRequest {
        requireNonNull(kind);
        requireNonNull(name);
        requireNonNull(function);
        requireNonNull(to);
        requireNonNull(body);
    }

    /** A request that sends something and is about no definition in particular. */
    public static OperationRequest of(Kind kind, OperationBody body) {
        return new OperationRequest(kind, "", "", false, false, "", body);
    }

    /** A request that is about one definition and sends nothing. */
    public static OperationRequest about(Kind kind, String name) {
        return new OperationRequest(kind, name, "", false, false, "", OperationBody.EMPTY);
    }

    RecordKey key() {
        return new RecordKey(kind, name);
    }
}
