package dev.krakenflow.aws.secrets;

import dev.krakenflow.client.start.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of definitions that stand in Secrets Manager: each member of those that are JSON objects by its own name, each
 * other by that of the secret without its folders. Where two have one name the last one counts. Immutable.
 */
public final class SecretsManagerSecrets implements Secrets {

    private final Map<String, String> secrets;

    private SecretsManagerSecrets(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /**
     * Reads secrets. Blocks for five seconds at most; loads AWS' SDK.
     *
     * @param arns at least one
     * @throws IllegalArgumentException when one is no ARN of a secret; the message does not hold it
     * @throws RuntimeException when one cannot be read; the message names it and says what to check
     */
    public static SecretsManagerSecrets read(List<String> arns) {
        try (SdkSecretReader reader = new SdkSecretReader()) {
            return read(arns, reader);
        }
    }

    static SecretsManagerSecrets read(List<String> arns, SecretReader reader) {
        List<SecretArn> all = arns.stream().map(SecretArn::new).toList();
        List<String> texts = Readings.of(all, reader);
        Map<String, String> secrets = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            secrets.putAll(SecretText.members(texts.get(i), name.substring(name.lastIndexOf('/') + 1)));
        }
        return new SecretsManagerSecrets(secrets);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }
}
