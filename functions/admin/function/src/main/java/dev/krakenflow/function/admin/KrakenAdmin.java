package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.http.JsonValue;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * The plain invocation surface of the admin side: the function {@code kraken-admin} takes {@link AdminMessage} or {@link SetMessage} and gives
 * what the operation gives over HTTP. It has no status: a failure is its problem.
 */
public final class KrakenAdmin {

    static final String NAME = "kraken-admin";

    private final AdminOperations operations;

    KrakenAdmin(AdminOperations operations) {
        this.operations = operations;
    }

    /** Does what the message asks for. */
    @Funq(NAME)
    public Uni<JsonValue> administer(JsonValue message) {
        return run(message.value())
                .onFailure()
                .recoverWithItem(failure -> Failures.of(failure).problem())
                .map(JsonValue::new);
    }

    /**
     * Does what a message asks for.
     *
     * @param message a JSON value
     * @return what the operation gives; fails with {@link dev.krakenflow.function.http.RequestException}, or when the store
     *     does not answer
     */
    public Uni<Object> run(@Nullable Object message) {
        return Uni.createFrom()
                .deferred(() -> SetMessage.read(message)
                        .map(set -> set.run(operations))
                        .orElseGet(() -> {
                            AdminMessage about = AdminMessage.read(message);
                            return operations.run(about.operation(), about.request());
                        }));
    }
}
