package dev.krakenflow.standalone;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A standalone that keeps nothing, with a token that tests know. */
public final class EphemeralWithToken implements QuarkusTestProfile {

    /** What admin calls have to show. */
    public static final String TOKEN = "a-token-for-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("kraken.admin.token", TOKEN, "kraken.ephemeral", "true");
    }
}
