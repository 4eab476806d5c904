package dev.krakenflow.function.runtime;

import dev.krakenflow.client.computed.ComputedClientProvider;
import dev.krakenflow.client.egress.EgressRules;
import dev.krakenflow.client.egress.SystemNames;
import dev.krakenflow.client.http.HttpClientProvider;
import dev.krakenflow.client.kv.KvClientProvider;
import dev.krakenflow.client.start.AllowedEnvironment;
import dev.krakenflow.client.start.SecretFiles;
import dev.krakenflow.client.start.SecretVariables;
import dev.krakenflow.client.start.Secrets;
import dev.krakenflow.client.start.StartArguments;
import dev.krakenflow.engine.client.SecretValues;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.memo.KeyValues;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clients that services can name, with what the deployment allows them. */
@Singleton
final class ClientWiring {

    @Produces
    @DefaultBean
    @Singleton
    Secrets secrets(@ConfigProperty(name = "kraken.secrets.dir") Optional<String> folder) {
        Secrets variables = new SecretVariables(System::getenv);
        return folder.<Secrets>map(path -> new SecretFiles(Path.of(path)).orElse(variables))
                .orElse(variables);
    }

    @Produces
    @Singleton
    SecretValues given() {
        return new SecretValues();
    }

    @Produces
    @Singleton
    EgressRules egress(
            @ConfigProperty(name = "kraken.egress.allow") Optional<List<String>> allow,
            @ConfigProperty(name = "kraken.egress.loopback", defaultValue = "false") boolean loopback) {
        return EgressRules.of(allow.orElse(List.of()), loopback);
    }

    @Produces
    @Singleton
    StartArguments startArguments(
            Expressions expressions,
            Secrets secrets,
            SecretValues given,
            @ConfigProperty(name = "kraken.env.allow") Optional<Set<String>> names) {
        return new StartArguments(
                expressions, secrets.telling(given), new AllowedEnvironment(names.orElse(Set.of()), System::getenv));
    }

    @Produces
    @Singleton
    ServiceClientProvider http(Vertx vertx, StartArguments arguments, EgressRules rules) {
        return new HttpClientProvider(vertx, arguments, new SystemNames(vertx), rules);
    }

    @Produces
    @Singleton
    ServiceClientProvider computed(Expressions expressions) {
        return new ComputedClientProvider(expressions);
    }

    @Produces
    @Singleton
    ServiceClientProvider values(KeyValues values) {
        return new KvClientProvider(values);
    }
}
