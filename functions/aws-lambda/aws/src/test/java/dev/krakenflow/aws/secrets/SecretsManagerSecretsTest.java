package dev.krakenflow.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SecretsManagerSecretsTest {

    private SecretsServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SecretsServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void areTheMembersOfObjectsAndTextsByTheirNames() {
        String object = server.keep("dev/shop", "{\"github-token\": \"abc\", \"port\": 5}");
        String text = server.keep("dev/mail-key", "{not JSON");
        SecretsManagerSecrets secrets = SecretsManagerSecrets.read(List.of(object, text), server.reader());
        assertThat(secrets.find("github-token")).contains("abc");
        assertThat(secrets.find("mail-key")).contains("{not JSON");
        assertThat(secrets.find("port")).isEmpty();
        assertThat(secrets.find("shop")).isEmpty();
        assertThat(server.asked).containsExactlyInAnyOrder(object, text);
    }

    @Test
    void saysWhichOneCannotBeReadAndWhatToCheck() {
        String missing = SecretsServer.PREFIX + "dev/none-AbCdEf";
        assertThatThrownBy(() -> SecretsManagerSecrets.read(List.of(missing), server.reader()))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining("the secret dev/none cannot be read")
                .hasMessageContaining("ResourceNotFoundException")
                .hasMessageContaining("secretsmanager:GetSecretValue");
        server.close();
        String away = server.keep("dev/away", "x");
        assertThatThrownBy(() -> SecretsManagerSecrets.read(List.of(away), server.reader()))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageContaining("dev/away")
                .hasMessageContaining("no answer");
    }

    @Test
    void needArnsOfSecrets() {
        for (String none : List.of("shop", "arn:aws:s3:::bucket", SecretsServer.PREFIX, SecretsServer.PREFIX + "a b")) {
            assertThatThrownBy(() -> SecretsManagerSecrets.read(List.of(none), arn -> "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(none);
        }
    }

    @Test
    void tellNothingOfWhatIsInThem() {
        SecretReader failing = arn -> {
            throw new IllegalStateException("secret text");
        };
        String arn = SecretsServer.PREFIX + "dev/shop-AbCdEf";
        assertThatThrownBy(() -> SecretsManagerSecrets.read(List.of(arn), failing))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessageNotContaining("secret text");
        assertThat(SecretsManagerSecrets.read(List.of(arn), it -> "secret text").toString())
                .doesNotContain("secret text");
    }
}
