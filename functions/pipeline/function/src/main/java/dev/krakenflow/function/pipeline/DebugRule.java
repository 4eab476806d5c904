package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.http.TokenGuard;
import io.vertx.core.MultiMap;

/** Who may see the history of a run: everybody where that was opened, else only who has the admin token. */
final class DebugRule {

    private final TokenGuard guard;
    private final boolean open;

    DebugRule(TokenGuard guard, boolean open) {
        this.guard = guard;
        this.open = open;
    }

    /**
     * Lets a request with these headers pass.
     *
     * @throws RequestException {@code unauthorized}
     */
    void check(MultiMap headers) {
        if (!open && !guard.allows(Access.ADMIN, headers)) {
            throw RequestException.of(FailureCode.UNAUTHORIZED, "debug needs the admin token here");
        }
    }
}
