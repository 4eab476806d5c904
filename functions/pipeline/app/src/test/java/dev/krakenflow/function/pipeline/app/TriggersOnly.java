package dev.krakenflow.function.pipeline.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A function that serves nothing but triggers. */
public final class TriggersOnly implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("kraken.data.generic", "false");
    }
}
