package dev.krakenflow.standalone.observation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A standalone that keeps nothing, logs failed runs and has a secret. */
public final class Watched implements QuarkusTestProfile {
    static final String TOKEN = "a-token-for-tests";
    static final String SECRET = "opensesame-secret";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "kraken.admin.token",
                TOKEN,
                "kraken.ephemeral",
                "true",
                "kraken.log.runs",
                "failed",
                "kraken.secrets.dir",
                secrets().toString());
    }

    private static Path secrets() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "secrets-of-tests"));
            Files.writeString(folder.resolve("api"), SECRET);
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
