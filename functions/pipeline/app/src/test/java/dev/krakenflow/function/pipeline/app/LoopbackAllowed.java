package dev.krakenflow.function.pipeline.app;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A function whose services may be on this machine. */
public final class LoopbackAllowed implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("kraken.egress.loopback", "true");
    }
}
