package dev.krakenflow.benchmarks.bare;

import static java.util.Objects.requireNonNullElseGet;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Takes a JSON object, asks Redis for a value, and answers the object with one more member. */
@Singleton
final class BareRoute {

    private final ReactiveRedisDataSource redis;

    BareRoute(ReactiveRedisDataSource redis) {
        this.redis = redis;
    }

    void open(@Observes Router router) {
        router.post("/double").handler(BodyHandler.create(false)).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        JsonObject event = requireNonNullElseGet(context.body().asJsonObject(), JsonObject::new);
        redis.value(String.class)
                .get("bare")
                .subscribe()
                .with(
                        value -> context.response()
                                .putHeader("content-type", "application/json")
                                .end(event.put("y", event.getInteger("x") * 2).encode()),
                        context::fail);
    }
}
