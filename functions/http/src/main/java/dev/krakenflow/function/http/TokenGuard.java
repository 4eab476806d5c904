package dev.krakenflow.function.http;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/** Decides by the bearer token whether a request may go on. Immutable, thread-safe. */
public final class TokenGuard {

    private static final String SCHEME = "Bearer ";

    private final Optional<Token> admin;
    private final Optional<Token> data;

    /**
     * A guard with these tokens.
     *
     * @param admin without it nobody has access to the admin side
     * @param data without it everybody has access to the data side
     */
    public TokenGuard(Optional<Token> admin, Optional<Token> data) {
        this.admin = admin;
        this.data = data;
    }

    /** Whether a request with these headers has this access. The admin token opens the data side too. */
    public boolean allows(Access access, MultiMap headers) {
        return switch (access) {
            case OPEN -> true;
            case DATA -> data.isEmpty() || shows(data, headers) || shows(admin, headers);
            case ADMIN -> shows(admin, headers);
        };
    }

    /** Whether anybody at all has access to the admin side. */
    public boolean hasAdminToken() {
        return admin.isPresent();
    }

    /** Whether the data side asks for a token. */
    public boolean guardsData() {
        return data.isPresent();
    }

    private static boolean shows(Optional<Token> token, MultiMap headers) {
        List<String> shown = headers.getAll("authorization");
        return token.isPresent()
                && shown.size() == 1
                && shown.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.get().matches(shown.get(0).substring(SCHEME.length()).strip());
    }
}
