package dev.krakenflow.standalone;

import dev.krakenflow.function.http.Token;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token of the admin side.
 *
 * @param token what callers have to show
 * @param madeUp its text, to be printed once, where nobody chose one; null where somebody did
 */
record AdminToken(Token token, @Nullable String madeUp) {

    private static final int BYTES = 24;

    static AdminToken of(Optional<String> chosen) {
        return chosen.filter(text -> !text.isBlank())
                .map(text -> new AdminToken(Token.of(text), null))
                .orElseGet(AdminToken::random);
    }

    private static AdminToken random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new AdminToken(Token.of(text), text);
    }
}
