package dev.krakenflow.store.redis;

import static dev.krakenflow.store.testing.SamplePlans.definition;
import static dev.krakenflow.store.testing.SamplePlans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of changes is bounded, here to three names; who stands too far back loads everything. */
final class ChangesReaderIT {

    private RedisServer server;
    private RedisClients clients;
    private RedisDefinitionStore store;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisBinary.embedded());
        clients = new RedisClients(server);
        store = clients.store(new StoreBounds(3, Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void whoStandsBeforeWhatWasDroppedLoadsEverything() {
        define("a");
        define("b");
        define("c");
        define("d");
        assertThat(since(0).everything()).isTrue();
        assertThat(since(1).everything()).isTrue();
        assertThat(since(2).pipelines()).containsExactlyInAnyOrder("c", "d");
        assertThat(since(4).pipelines()).isEmpty();
        assertThat(since(4).everything()).isFalse();
    }

    @Test
    void aNameThatChangesOftenTakesOnePlace() {
        define("a");
        for (int i = 0; i < 10; i++) {
            define("b");
        }
        assertThat(since(0).pipelines()).containsExactlyInAnyOrder("a", "b");
        assertThat(since(1).pipelines()).containsExactly("b");
    }

    @Test
    void oneChangeThatIsLargerThanTheList() {
        define("a");
        define("b", "c", "d", "e");
        assertThat(since(0).everything()).isTrue();
        assertThat(since(1).everything()).isTrue();
        assertThat(since(2).everything()).isFalse();
        assertThat(since(2).pipelines()).isEmpty();
    }

    private PipelineChanges since(long revision) {
        String epoch = await(store.load("a")).position().epoch();
        return await(store.changesSince(new Position(epoch, revision)));
    }

    private void define(String... names) {
        String mark = "after " + await(store.load("a")).position().revision();
        List<Change.Put> puts = Arrays.stream(names)
                .map(name -> new Change.Put(RecordKey.pipeline(name), definition(name, mark), true, 1, Set.of()))
                .toList();
        await(store.commit(new Change(
                Map.of(),
                Map.of(),
                puts,
                List.of(),
                Arrays.stream(names).collect(Collectors.toMap(Function.identity(), name -> plan(name, mark))))));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
