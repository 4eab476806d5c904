package dev.krakenflow.store.redis;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.KeptCasts;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Dead casts that are kept in Redis, on every Redis that is there. */
@ParameterizedClass
@MethodSource("servers")
final class RedisKeptCastsIT {

    private static final Map<String, String> TRACING = Map.of("tracestate", "a=b", "traceparent", "00-1-2-01");

    private final RedisServer server;
    private final RedisClients clients;
    private final KeptCasts kept;

    RedisKeptCastsIT(RedisServer server) {
        this.server = server;
        this.clients = new RedisClients(server);
        this.kept = new RedisKeptCasts(clients.connection(), new CastBounds(2, Duration.ofHours(1)));
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @BeforeEach
    void empty() {
        server.empty();
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void keepsThemInTheirOrderUntilTheyAreRemoved() {
        CastMessage first = keep("orders", "1");
        CastMessage second = keep("orders", "2");
        assertThat(await(kept.count("orders"))).isEqualTo(2);
        CastMessage read = await(kept.first("orders"));
        assertThat(read.references()).isEqualTo(first.references());
        assertThat(read.tracing()).isEqualTo(TRACING);
        await(kept.remove(read));
        assertThat(await(kept.first("orders")).references()).isEqualTo(second.references());
        await(kept.remove(second));
        assertThat(await(kept.first("orders"))).isNull();
    }

    @Test
    void keepsNoMoreThanItsBoundOfEachPipeline() {
        keep("orders", "1");
        keep("orders", "2");
        assertThat(await(kept.keep(message("orders", "3")))).isFalse();
        keep("o:r d€rs", "1");
        assertThat(await(kept.count("orders"))).isEqualTo(2);
    }

    @Test
    void forgetsAPipeline() {
        keep("orders", "1");
        keep("other", "1");
        await(kept.forget("orders"));
        assertThat(await(kept.count("orders"))).isZero();
        assertThat(await(kept.count("other"))).isOne();
    }

    private CastMessage keep(String pipeline, String json) {
        CastMessage message = message(pipeline, json);
        assertThat(await(kept.keep(message))).isTrue();
        return message;
    }

    private static CastMessage message(String pipeline, String x) {
        return new CastMessage(pipeline, List.of(event("{\"x\":" + x + "}")), TRACING);
    }
}
