package dev.krakenflow.store.redis;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link KeyValues} in Redis, each value as a key of its own; {@link RedisKeys} has the layout. Items are given on an event
 * loop.
 */
public final class RedisKeyValues implements KeyValues {

    private final PipelinedConnection connection;
    private final Script increment = Script.of("increment.lua");

    /** Values that use this connection, alone or with others. */
    public RedisKeyValues(PipelinedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<byte @Nullable []> get(String service, String key) {
        Request request = Request.cmd(Command.GET).arg(RedisKeys.value(service, key));
        return connection.read(List.of(request)).onItem().transform(answers -> Answers.bytes(answers.get(0)));
    }

    @Override
    public Uni<Void> set(String service, String key, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> connection.send(setting(service, key, json, ttl)))
                .replaceWithVoid();
    }

    @Override
    public Uni<byte @Nullable []> getAndSet(String service, String key, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> connection.send(setting(service, key, json, ttl).arg("GET")))
                .onItem()
                .transform(Answers::bytes);
    }

    @Override
    public Uni<Boolean> delete(String service, String key) {
        return connection
                .send(Request.cmd(Command.DEL).arg(RedisKeys.value(service, key)))
                .onItem()
                .transform(deleted -> Answers.number(deleted) > 0);
    }

    @Override
    public Uni<@Nullable BigDecimal> increment(String service, String key, BigDecimal by, @Nullable Duration ttl) {
        return increment
                .run(
                        connection,
                        List.of(RedisKeys.value(service, key)),
                        List.of(numberText(by), Milliseconds.text(ttl)))
                .onItem()
                .transform(sum -> sum == null ? null : new BigDecimal(sum.toString()));
    }

    private static Request setting(String service, String key, byte[] json, @Nullable Duration ttl) {
        Request request =
                Request.cmd(Command.SET).arg(RedisKeys.value(service, key)).arg(ValueTooLargeException.check(json));
        return ttl == null ? request : request.arg("PX").arg(Milliseconds.of(ttl));
    }

    /** As Redis reads it: an integer where it is one of 64 bits; never longer than its digits. */
    private static String numberText(BigDecimal number) {
        try {
            return Long.toString(number.longValueExact());
        } catch (ArithmeticException notOf64Bits) {
            return number.toString();
        }
    }
}
