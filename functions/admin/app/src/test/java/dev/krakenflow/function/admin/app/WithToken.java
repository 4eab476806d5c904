package dev.krakenflow.function.admin.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A deployment that has a token. */
public final class WithToken implements QuarkusTestProfile {

    static final String TOKEN = "a-token-for-tests";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("kraken.admin.token", TOKEN, "kraken.egress.allow", "127.0.0.1");
    }
}
