package dev.krakenflow.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What every {@link SharedCache} does. An adapter's test extends this and makes an empty one for each test. */
public abstract class SharedCacheContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final byte[] VALUE = {'4', 0, (byte) 0xff, '2'};

    /** The empty cache of this test; the same one on each call. */
    protected abstract SharedCache cache();

    @Test
    public void whatWasNeverPutIsNotThere() {
        assertThat(get("a")).isNull();
    }

    @Test
    public void givesWhatWasPutLast() {
        put("a", new byte[0]);
        assertThat(get("a")).isEmpty();
        put("a", VALUE);
        assertThat(get("a")).isEqualTo(VALUE);
    }

    @Test
    public void aValueIsTheCopyOfWhoReadsIt() {
        put("a", VALUE);
        get("a")[0] = 'x';
        assertThat(get("a")).isEqualTo(VALUE);
    }

    @Test
    public void keysAreKeptApart() {
        List<String> words =
                List.of("", "a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001));
        words.forEach(word -> put(word, word.getBytes(UTF_8)));
        words.forEach(word -> assertThat(get(word)).isEqualTo(word.getBytes(UTF_8)));
    }

    @Test
    public void aValueEndsWithItsTtl() {
        await(cache().put("a", VALUE, MOMENT));
        awaitGone("a");
    }

    @Test
    public void theTtlIsThatOfTheLastPut() {
        await(cache().put("a", VALUE, Duration.ofMillis(50)));
        await(cache().put("b", VALUE, Duration.ofMillis(50)));
        put("a", VALUE);
        awaitGone("b");
        assertThat(get("a")).isEqualTo(VALUE);
    }

    @Test
    public void anyDurationIsATtl() {
        await(cache().put("a", VALUE, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(get("a")).isEqualTo(VALUE);
        await(cache().put("a", VALUE, Duration.ZERO));
        awaitGone("a");
    }

    @Test
    public void whatIsTooLargeIsNotKept() {
        put("a", new byte[SharedCache.MAX_BYTES + 1]);
        assertThat(get("a")).isNull();
        put("a", VALUE);
        put("a", new byte[SharedCache.MAX_BYTES + 1]);
        assertThat(get("a")).isEqualTo(VALUE);
        byte[] largest = new byte[SharedCache.MAX_BYTES];
        put("a", largest);
        assertThat(get("a")).isEqualTo(largest);
    }

    @Test
    public void valuesAreWholeWhoeverWritesThem() {
        List<byte[]> read = await(Multi.createFrom()
                .range(0, 200)
                .onItem()
                .transformToUni(i -> cache().put("a", filled(i), MINUTE)
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .chain(() -> cache().get("a")))
                .merge(64)
                .collect()
                .asList());
        assertThat(read).hasSize(200).allSatisfy(value -> assertThat(value).isEqualTo(filled(value[0])));
    }

    @Test
    public void everythingHappensOnSubscriptionAndCanBeSubscribedAgain() {
        Uni<byte[]> get = cache().get("a");
        Uni<Void> put = cache().put("a", VALUE, MINUTE);
        assertThat(await(get)).isNull();
        await(put);
        await(put);
        assertThat(await(get)).isEqualTo(VALUE);
    }

    private byte[] get(String key) {
        return await(cache().get(key));
    }

    private void put(String key, byte[] value) {
        await(cache().put(key, value, MINUTE));
    }

    private void awaitGone(String key) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (get(key) != null) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private static byte[] filled(int with) {
        byte[] value = new byte[1_000];
        Arrays.fill(value, (byte) with);
        return value;
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
