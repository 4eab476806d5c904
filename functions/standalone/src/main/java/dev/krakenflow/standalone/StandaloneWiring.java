package dev.krakenflow.standalone;

import dev.krakenflow.function.admin.AdminOperations;
import dev.krakenflow.function.admin.LivePlans;
import dev.krakenflow.function.http.Token;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.function.pipeline.PlanCache;
import io.quarkus.redis.client.RedisHostsProvider;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that two functions in one process need beside their own. */
@Singleton
final class StandaloneWiring {

    @Produces
    @Singleton
    AdminToken token(@ConfigProperty(name = "kraken.admin.token") Optional<String> chosen) {
        return AdminToken.of(chosen);
    }

    @Produces
    @Singleton
    TokenGuard guard(AdminToken admin, @ConfigProperty(name = "kraken.data.token") Optional<String> data) {
        return new TokenGuard(Optional.of(admin.token()), data.map(Token::of));
    }

    @Produces
    @Singleton
    StandaloneRedis redis(
            @ConfigProperty(name = "kraken.redis.url") Optional<String> url,
            @ConfigProperty(name = "kraken.ephemeral", defaultValue = "false") boolean ephemeral,
            @ConfigProperty(name = "kraken.redis.folder", defaultValue = ".kraken/redis") Path folder) {
        return StandaloneRedis.of(url, ephemeral, folder);
    }

    @Produces
    @Singleton
    @Identifier("standalone") RedisHostsProvider redisHosts(StandaloneRedis redis) {
        return () -> Set.of(redis.url());
    }

    /** What the admin side has changed is live when its answer is sent. */
    @Produces
    @Singleton
    LivePlans livePlans(PlanCache plans) {
        return plans::refresh;
    }

    @Produces
    @Singleton
    Greeting greeting(
            AdminToken token,
            StandaloneRedis redis,
            AdminOperations operations,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "kraken.samples") Optional<Path> samples) {
        return new Greeting("http://" + host + ":" + port, token, redis, samples, operations);
    }

    /** The front door is closed before, and no run is under way any more. */
    void stop(@Observes @Priority(10_000) ShutdownEvent end, Greeting greeting, StandaloneRedis redis) {
        greeting.close();
        redis.close();
    }
}
