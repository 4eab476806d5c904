package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.ClaimToken;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;

/**
 * The {@link IdempotencyStore} in Redis, each call as a key of its own; {@link RedisKeys} has the layout. What a lost
 * connection leaves open is asked once more: its token tells each claim its own mark. Items are given on an event loop.
 */
public final class RedisIdempotencyStore implements IdempotencyStore {

    private final PipelinedConnection connection;
    private final Script claim = Script.of("call-claim.lua");
    private final Script finish = Script.of("call-finish.lua");
    private final Script release = Script.of("call-release.lua");

    /** A store that uses this connection, alone or with others. */
    public RedisIdempotencyStore(PipelinedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<Claim> claim(IdempotencyKey key, String fingerprint, Duration running) {
        return Uni.createFrom().deferred(() -> {
            String token = ClaimToken.random(fingerprint).text();
            return run(claim, key, utf8(fingerprint), utf8(token), utf8(Milliseconds.text(running)))
                    .onItem()
                    .transform(answer -> claim(answer, token));
        });
    }

    private static Claim claim(Response answer, String token) {
        return switch (answer.get(0).toString()) {
            case "granted" -> new Claim.Granted(token);
            case "mismatch" -> new Claim.Mismatch();
            case "running" -> new Claim.Running(Duration.ofMillis(Answers.number(answer.get(1))));
            default -> new Claim.Answered(answer.get(1).toBytes());
        };
    }

    @Override
    public Uni<Boolean> finish(IdempotencyKey key, String token, byte[] answer, Duration ttl) {
        return Uni.createFrom().deferred(() -> {
            byte[] fingerprint = utf8(ClaimToken.of(token).fingerprint());
            byte[] kept = ValueTooLargeException.check(answer);
            return run(finish, key, utf8(token), fingerprint, utf8(Milliseconds.text(ttl)), kept)
                    .onItem()
                    .transform(stored -> Answers.number(stored) > 0);
        });
    }

    @Override
    public Uni<Void> release(IdempotencyKey key, String token) {
        return run(release, key, utf8(token)).replaceWithVoid();
    }

    private Uni<Response> run(Script script, IdempotencyKey key, byte[]... arguments) {
        return script.runRepeatably(connection, List.of(RedisKeys.call(key)), arguments);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
