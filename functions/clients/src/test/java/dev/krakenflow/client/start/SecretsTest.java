package dev.krakenflow.client.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.SecretValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void readsAFileWithoutItsLastLineBreak() throws IOException {
        Files.writeString(folder.resolve("api.token-1"), "one\ntwo\n");
        assertThat(new SecretFiles(folder).find("api.token-1")).contains("one\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "", ".", "..", "../outside", "inner/file", "/etc/hostname", ".hidden", "inner"})
    void findsNothingOutsideOfTheFolder(String name) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(inner.resolve("file"), "x");
        Files.writeString(folder.resolve("outside"), "x");
        Files.writeString(folder.resolve(".hidden"), "x");
        assertThat(new SecretFiles(inner).find(name)).isEmpty();
        assertThat(new SecretFiles(folder).find(name)).isEmpty();
    }

    @Test
    void doesNotReadAFileThatIsTooLargeForASecret() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(100_000));
        assertThat(new SecretFiles(folder).find("large")).isEmpty();
    }

    @Test
    void readsVariablesByTheSecretsName() {
        Secrets secrets = new SecretVariables(Map.of("KRAKEN_SECRET_A_B_C", "x")::get);
        assertThat(secrets.find("a-b.c")).contains("x");
        assertThat(secrets.find("a-b.d")).isEmpty();
    }

    @Test
    void asksTheOtherOnlyWhereTheFirstHasNone() {
        Secrets both = new SecretVariables(Map.of("KRAKEN_SECRET_A", "first")::get)
                .orElse(new SecretVariables(Map.of("KRAKEN_SECRET_A", "second", "KRAKEN_SECRET_B", "second")::get));
        assertThat(both.find("a")).contains("first");
        assertThat(both.find("b")).contains("second");
    }

    @Test
    void tellsOfTheSecretsThatItGives() {
        SecretValues told = new SecretValues();
        Secrets secrets = new SecretVariables(Map.of("KRAKEN_SECRET_A", "s3cr3tvalue")::get).telling(told);
        assertThat(told.hideIn("s3cr3tvalue")).isEqualTo("s3cr3tvalue");
        secrets.find("a");
        secrets.find("b");
        assertThat(told.hideIn("s3cr3tvalue")).isEqualTo("***");
    }

    @Test
    void givesAllowedVariablesOnly() {
        AllowedEnvironment environment = new AllowedEnvironment(Set.of("A", "UNSET"), Map.of("A", "a", "B", "b")::get);
        assertThat(environment.find("A")).contains("a");
        assertThat(environment.find("B")).isEmpty();
        assertThat(environment.find("UNSET")).isEmpty();
    }
}
