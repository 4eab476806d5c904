package dev.krakenflow.aws;

import dev.krakenflow.aws.secrets.SecretsManagerSecrets;
import dev.krakenflow.client.start.SecretFiles;
import dev.krakenflow.client.start.SecretVariables;
import dev.krakenflow.client.start.Secrets;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets of definitions: those that {@code kraken.secrets.arns} names, and behind them files and variables of the process. */
@Singleton
final class SecretWiring {

    @Produces
    @Singleton
    Secrets secrets(
            @ConfigProperty(name = "kraken.secrets.arns") Optional<List<String>> arns,
            @ConfigProperty(name = "kraken.secrets.dir") Optional<Path> folder) {
        Secrets variables = new SecretVariables(System::getenv);
        Secrets own = folder.<Secrets>map(path -> new SecretFiles(path).orElse(variables))
                .orElse(variables);
        List<String> named = arns.orElse(List.of()).stream()
                .map(String::strip)
                .filter(arn -> !arn.isEmpty())
                .toList();
        return named.isEmpty() ? own : SecretsManagerSecrets.read(named).orElse(own);
    }
}
