package dev.krakenflow.client.start;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * Secrets as environment variables: {@code github-token} is {@code KRAKEN_SECRET_GITHUB_TOKEN}.
 */
public final class SecretVariables implements Secrets {
    private static final String PREFIX = "KRAKEN_SECRET_";

    private final Environment environment;

    /** Secrets of this environment, usually {@code System::getenv}. */
    public SecretVariables(Environment environment) {
        this.environment = requireNonNull(environment);
    }

    @Override
    public Optional<String> find(String name) {
        String variable =
                PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
        return Optional.ofNullable(environment.get(variable));
    }
}
