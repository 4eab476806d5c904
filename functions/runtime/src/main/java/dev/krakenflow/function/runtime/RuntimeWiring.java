package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.redis.ConnectionLimits;
import dev.krakenflow.store.redis.PipelinedConnection;
import dev.krakenflow.store.redis.RedisDefinitionStore;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The beans that both functions need, once in a process: expressions, time, the engine and the store. */
@Singleton
final class RuntimeWiring {

    @Produces
    @Singleton
    Expressions expressions() {
        return new JsonataExpressions(Bounds.DEFAULT);
    }

    @Produces
    @Singleton
    Scheduler scheduler(Vertx vertx) {
        return new VertxScheduler(vertx);
    }

    @Produces
    @Singleton
    Engine engine(Expressions expressions, Scheduler scheduler, @All List<ServiceClientProvider> providers) {
        EventIds ids = new EventIds(InstantSource.system(), new SecureRandom());
        return new PlanEngine(expressions, scheduler, providers, ids, new LoggedFailures());
    }

    @Produces
    @DefaultBean
    @Singleton
    DefinitionStore store(Redis redis, Vertx vertx) {
        return new RedisDefinitionStore(new PipelinedConnection(redis, vertx, ConnectionLimits.DEFAULT));
    }
}
