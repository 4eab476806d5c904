package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.MemoStoreContract;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract on every Redis that is there, and what only Redis shows. */
@ParameterizedClass
@MethodSource("servers")
final class RedisMemoStoreIT extends MemoStoreContract {

    private static final MemoKey COUNT = new MemoKey("orders", "count", "a b");
    private static final String COUNT_KEY = "memo:orders:count:a+b";
    private static final String INDEX = "memos:orders";

    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final MemoStore store;

    RedisMemoStoreIT(RedisServer server) {
        clients = new RedisClients(server);
        connection = clients.connection();
        store = new RedisMemoStore(connection);
    }

    static Stream<RedisServer> servers() {
        return RedisBinary.all().stream().map(RedisServer::start);
    }

    @BeforeEach
    void empty() {
        await(connection.send(Request.cmd(Command.FLUSHALL)));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    @Override
    protected MemoStore store() {
        return store;
    }

    @Test
    void aWriteWithoutATtlTakesItAway() {
        writeFor(MINUTE);
        assertThat(number(Command.PTTL, COUNT_KEY)).isBetween(1L, MINUTE.toMillis());
        write(COUNT, "2");
        assertThat(number(Command.PTTL, COUNT_KEY)).isEqualTo(-1);
    }

    @Test
    void theIndexKnowsAMemoForAsLongAsItCanBeThere() {
        for (Duration ttl : List.of(MINUTE, Duration.ofDays(7), Duration.ofSeconds(1), Duration.ofDays(1))) {
            writeFor(ttl);
            assertThat(number(Command.ZSCORE, INDEX, COUNT_KEY))
                    .isGreaterThan(System.currentTimeMillis() + number(Command.PTTL, COUNT_KEY));
        }
        write(COUNT, "1");
        assertThat(number(Command.ZSCORE, INDEX, COUNT_KEY)).isEqualTo(9_007_199_254_740_991L);
    }

    @Test
    void theIndexDropsMemosThatHaveEnded() {
        MemoStore withShortMargin = new RedisMemoStore(connection, Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            MemoKey key = new MemoKey("orders", "count", "key " + i);
            await(withShortMargin.replace(key, await(store.read(key)), json("1"), Duration.ofMillis(1)));
        }
        awaitUntil(() -> {
            await(withShortMargin.replace(COUNT, new StoredMemo(null, ""), json("1"), null));
            return number(Command.ZCARD, INDEX) == 1;
        });
    }

    @Test
    void nothingStaysBehindWhenAPipelineIsForgotten() {
        write(COUNT, "1");
        write(new MemoKey("orders", "count", null), "1");
        await(store.lease(COUNT, MINUTE));
        await(store.forget("orders"));
        assertThat(number(Command.DBSIZE)).isZero();
    }

    @Test
    void aFirstWriteTellsTheIndexBeforeAndAfterAndOthersDoNot() {
        write(COUNT, "1");
        forgetCalls();
        write(COUNT, "2");
        assertThat(calls("zadd")).isZero();
        assertThat(calls("hset")).isEqualTo(1);
        await(store.forget("orders"));
        forgetCalls();
        write(COUNT, "1");
        assertThat(calls("zadd")).isEqualTo(2);
        assertThat(calls("hset")).isEqualTo(1);
    }

    private void writeFor(Duration ttl) {
        assertThat(await(store.replace(COUNT, await(store.read(COUNT)), json("1"), ttl)))
                .isTrue();
    }

    private void forgetCalls() {
        await(connection.send(Request.cmd(Command.CONFIG).arg("RESETSTAT")));
    }

    private long calls(String command) {
        Response statistics = await(connection.send(Request.cmd(Command.INFO).arg("commandstats")));
        Matcher calls = Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(statistics.toString());
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
    }

    private long number(Command command, String... arguments) {
        Request request = Request.cmd(command);
        Stream.of(arguments).forEach(request::arg);
        Response answer = await(connection.send(request));
        return answer.toLong();
    }
}
