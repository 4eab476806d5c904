package dev.krakenflow.engine.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecretValuesTest {

    private final SecretValues secrets = new SecretValues();

    @Test
    void hidesEverySecretWhereverItStands() {
        secrets.add("s3cr3t");
        secrets.add("s3cr3tvalue");
        assertThat(secrets.hideIn("Bearer s3cr3tvalue, s3cr3t.")).isEqualTo("Bearer ***, ***.");
        String other = "nothing";
        assertThat(secrets.hideIn(other)).isSameAs(other);
    }

    @Test
    void leavesTextAloneThatLooksLikeAVeryShortSecret() {
        secrets.add("");
        secrets.add("abc");
        assertThat(secrets.hideIn("abc")).isEqualTo("abc");
    }

    @Test
    void hidesSecretsInFailures() {
        secrets.add("s3cr3tvalue");
        Failure failure = Failure.of(FailureCode.COMMUNICATION, "no host s3cr3tvalue")
                .with("errors", List.of(Map.of("message", "not s3cr3tvalue", "at", 5)));
        Failure hidden = secrets.hideIn(failure);
        assertThat(hidden.toString()).doesNotContain("s3cr3tvalue").contains("no host ***", "not ***", "at=5");
        assertThat(hidden.code()).isEqualTo("communication");
    }

    @Test
    void knowsTheNewestOnly() {
        for (int i = 0; i <= SecretValues.MOST; i++) {
            secrets.add("secret-" + i + "-");
        }
        assertThat(secrets.hideIn("secret-0-")).isEqualTo("secret-0-");
        assertThat(secrets.hideIn("secret-" + SecretValues.MOST + "-")).isEqualTo("***");
    }
}
