package dev.krakenflow.aws.secrets;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds out which settings stand in secrets. Where none does there is no source, and nothing of AWS' SDK is loaded. */
public final class SecretSettingsFactory implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<SecretSetting, SecretArn> arns = new EnumMap<>(SecretSetting.class);
        for (SecretSetting setting : SecretSetting.values()) {
            ConfigValue arn = context.getValue(setting.arnProperty());
            if (arn != null && arn.getValue() != null && !arn.getValue().isBlank()) {
                arns.put(setting, arn(setting, arn.getValue().strip()));
            }
        }
        return arns.isEmpty() ? List.of() : List.of(new SecretSettings(arns, SdkSecretReader::new));
    }

    private static SecretArn arn(SecretSetting setting, String text) {
        try {
            return new SecretArn(text);
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(setting.arnProperty() + " is " + none.getMessage(), none);
        }
    }
}
