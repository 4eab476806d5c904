package dev.krakenflow.aws.secrets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the function that are secrets: read when one of them is asked for, all of them then. Thread-safe.
 */
final class SecretSettings implements ConfigSource {

    /** Below the variables of the process, above everything that is packaged. */
    private static final int ORDINAL = 290;

    private final Map<SecretSetting, SecretArn> arns;
    private final Supplier<SdkSecretReader> opener;
    private @Nullable Map<String, String> values;

    /** @param arns where the settings stand; none else is known here */
    SecretSettings(Map<SecretSetting, SecretArn> arns, Supplier<SdkSecretReader> opener) {
        this.arns = Map.copyOf(arns);
        this.opener = opener;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.copyOf(arns.keySet().stream().map(SecretSetting::property).toList());
    }

    @Override
    public @Nullable String getValue(String property) {
        return getPropertyNames().contains(property) ? values().get(property) : null;
    }

    private synchronized Map<String, String> values() {
        if (values == null) {
            values = read();
        }
        return values;
    }

    private Map<String, String> read() {
        List<Map.Entry<SecretSetting, SecretArn>> all = List.copyOf(arns.entrySet());
        Map<String, String> read = new HashMap<>();
        try (SdkSecretReader reader = opener.get()) {
            List<String> texts =
                    Readings.of(all.stream().map(Map.Entry::getValue).toList(), reader);
            for (int i = 0; i < all.size(); i++) {
                SecretSetting setting = all.get(i).getKey();
                read.put(setting.property(), value(setting, all.get(i).getValue(), texts.get(i)));
            }
        }
        return read;
    }

    private static String value(SecretSetting setting, SecretArn arn, String text) {
        String value = SecretText.members(text, setting.member()).get(setting.member());
        if (value == null || value.isEmpty()) {
            throw new SecretUnavailableException(arn, "it is a JSON object without \"" + setting.member() + "\"", null);
        }
        return value;
    }

    @Override
    public String getName() {
        return "Secrets Manager";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
