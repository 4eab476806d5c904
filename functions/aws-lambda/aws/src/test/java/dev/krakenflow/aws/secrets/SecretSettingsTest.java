package dev.krakenflow.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SecretSettingsTest {

    private SecretsServer server;

    @BeforeEach
    void start() throws IOException {
        server = new SecretsServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SecretSettings settings(Map<SecretSetting, SecretArn> arns) {
        return new SecretSettings(arns, server::reader);
    }

    @Test
    void areReadOnceWhenOneIsAskedFor() {
        SecretArn redis = new SecretArn(server.keep("dev/redis", "{\"password\": \"hush\"}"));
        SecretArn admin = new SecretArn(server.keep("dev/admin", "plain"));
        SecretSettings settings =
                settings(Map.of(SecretSetting.REDIS_PASSWORD, redis, SecretSetting.ADMIN_TOKEN, admin));
        assertThat(settings.getPropertyNames())
                .containsExactlyInAnyOrder("quarkus.redis.password", "kraken.admin.token");
        assertThat(settings.getValue("quarkus.redis.hosts")).isNull();
        assertThat(settings.getValue("kraken.data.token")).isNull();
        assertThat(server.asked).isEmpty();
        assertThat(settings.getValue("quarkus.redis.password")).isEqualTo("hush");
        assertThat(settings.getValue("kraken.admin.token")).isEqualTo("plain");
        assertThat(server.asked).containsExactlyInAnyOrder(redis.text(), admin.text());
        assertThat(settings.toString()).doesNotContain("hush").doesNotContain("plain");
    }

    @Test
    void sayWhatTheirSecretLacks() {
        SecretArn redis = new SecretArn(server.keep("dev/redis", "{\"pass\": \"hush\"}"));
        assertThatThrownBy(() ->
                        settings(Map.of(SecretSetting.REDIS_PASSWORD, redis)).getValue("quarkus.redis.password"))
                .hasMessageContaining("dev/redis")
                .hasMessageContaining("without \"password\"")
                .hasMessageNotContaining("hush");
    }

    @Test
    void areNoneWhereNoSecretIsNamed() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new SecretSettingsFactory())
                .withDefaultValue("kraken.redis.secret.arn", " ")
                .build();
        assertThat(config.getConfigSources()).noneMatch(SecretSettings.class::isInstance);
        SmallRyeConfig named = new SmallRyeConfigBuilder()
                .withSources(new SecretSettingsFactory())
                .withDefaultValue("kraken.redis.secret.arn", SecretsServer.PREFIX + "dev/redis-AbCdEf")
                .build();
        assertThat(named.getConfigSources()).anyMatch(SecretSettings.class::isInstance);
    }

    @Test
    void sayWhichSettingNamesNoSecret() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new SecretSettingsFactory())
                .withDefaultValue("kraken.admin.secret.arn", "token-by-mistake");
        assertThatThrownBy(builder::build)
                .hasMessageContaining("kraken.admin.secret.arn is not the ARN")
                .hasMessageNotContaining("token-by-mistake");
    }
}
