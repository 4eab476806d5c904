package dev.krakenflow.memo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MemoStore} does. An adapter's test extends this and makes an empty store for each test. */
public abstract class MemoStoreContract {

    protected static final Duration MINUTE = Duration.ofMinutes(1);
    protected static final Duration MOMENT = Duration.ofMillis(1);
    private static final MemoKey COUNT = new MemoKey("orders", "count", null);
    private static final int THREADS = 8;

    /** The empty store of this test; the same one on each call. */
    protected abstract MemoStore store();

    @Test
    public void nothingIsRememberedAtFirst() {
        assertThat(await(store().read(COUNT)).json()).isNull();
    }

    @Test
    public void readsWhatWasWritten() {
        assertThat(write(COUNT, "{\"käse\": [\"\u0000\", \"😀\"]}")).isTrue();
        assertThat(text(COUNT)).isEqualTo("{\"käse\": [\"\u0000\", \"😀\"]}");
    }

    @Test
    public void nullIsAMemo() {
        write(COUNT, "null");
        assertThat(text(COUNT)).isEqualTo("null");
    }

    @Test
    public void refusesToWriteOverWhatAnotherWroteSince() {
        write(COUNT, "1");
        StoredMemo read = await(store().read(COUNT));
        assertThat(await(store().replace(COUNT, read, json("2"), null))).isTrue();
        assertThat(await(store().replace(COUNT, read, json("3"), null))).isFalse();
        assertThat(text(COUNT)).isEqualTo("2");
    }

    @Test
    public void refusesASecondFirstWrite() {
        StoredMemo nothing = await(store().read(COUNT));
        assertThat(await(store().replace(COUNT, nothing, json("1"), null))).isTrue();
        assertThat(await(store().replace(COUNT, nothing, json("1"), null))).isFalse();
    }

    @Test
    public void anEqualMemoThatWasWrittenAgainIsAnotherOne() {
        write(COUNT, "1");
        StoredMemo first = await(store().read(COUNT));
        write(COUNT, "1");
        assertThat(await(store().replace(COUNT, first, json("2"), null))).isFalse();
    }

    @Test
    public void aMemoThatWasForgottenAndWrittenAgainIsAnotherOne() {
        write(COUNT, "1");
        StoredMemo first = await(store().read(COUNT));
        await(store().forget("orders"));
        assertThat(await(store().replace(COUNT, first, json("2"), null))).isFalse();
        write(COUNT, "1");
        assertThat(await(store().replace(COUNT, first, json("2"), null))).isFalse();
        assertThat(text(COUNT)).isEqualTo("1");
    }

    @Test
    public void memosAreKeptApart() {
        List<MemoKey> keys = new ArrayList<>();
        for (String word : List.of("a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001))) {
            keys.add(new MemoKey("orders", word, null));
            keys.add(new MemoKey("orders", "count", word));
            keys.add(new MemoKey(word, "count", null));
        }
        keys.addAll(List.of(COUNT, new MemoKey("orders", "count", ""), new MemoKey("orders", "count", "null")));
        keys.forEach(key -> assertThat(write(key, quoted(key))).isTrue());
        keys.forEach(key -> assertThat(text(key)).isEqualTo(quoted(key)));
    }

    @Test
    public void aMemoEndsWithItsTtl() {
        assertThat(await(store().replace(COUNT, await(store().read(COUNT)), json("1"), MOMENT)))
                .isTrue();
        awaitUntil(() -> await(store().read(COUNT)).json() == null);
        assertThat(write(COUNT, "2")).isTrue();
    }

    @Test
    public void nobodyWritesOverAMemoThatHasEnded() {
        StoredMemo read;
        do {
            await(store().replace(COUNT, await(store().read(COUNT)), json("1"), Duration.ofMillis(100)));
            read = await(store().read(COUNT));
        } while (read.json() == null);
        awaitUntil(() -> await(store().read(COUNT)).json() == null);
        assertThat(await(store().replace(COUNT, read, json("2"), null))).isFalse();
    }

    @Test
    public void theTtlIsThatOfTheLastWrite() {
        await(store().replace(COUNT, await(store().read(COUNT)), json("1"), MINUTE));
        await(store().replace(COUNT, await(store().read(COUNT)), json("2"), MOMENT));
        awaitUntil(() -> await(store().read(COUNT)).json() == null);
    }

    @Test
    public void anyDurationIsATtl() {
        await(store().replace(COUNT, await(store().read(COUNT)), json("1"), Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(text(COUNT)).isEqualTo("1");
        await(store().replace(COUNT, await(store().read(COUNT)), json("2"), Duration.ZERO));
        awaitUntil(() -> await(store().read(COUNT)).json() == null);
    }

    @Test
    public void noUpdateIsLost() throws Exception {
        atOnce(thread -> {
            for (int i = 0; i < 50; i++) {
                addOne(COUNT);
            }
        });
        assertThat(text(COUNT)).isEqualTo(Integer.toString(50 * THREADS));
    }

    @Test
    public void noUpdateIsLostWhereMemosEndAllTheTime() throws Exception {
        atOnce(thread -> {
            for (int i = 0; i < 20; i++) {
                MemoKey own = new MemoKey("orders", "count", "key " + thread + " " + i);
                await(store().replace(own, await(store().read(own)), json("1"), MOMENT));
                addOne(COUNT);
            }
        });
        assertThat(text(COUNT)).isEqualTo(Integer.toString(20 * THREADS));
    }

    @Test
    public void onlyOneHoldsALease() throws Exception {
        List<String> tokens = Collections.synchronizedList(new ArrayList<>());
        atOnce(thread -> tokens.add(await(store().lease(COUNT, MINUTE))));
        assertThat(tokens.stream().filter(Objects::nonNull)).hasSize(1);
    }

    @Test
    public void aLeaseThatWasGivenBackCanBeTaken() {
        String token = await(store().lease(COUNT, MINUTE));
        await(store().release(COUNT, token));
        assertThat(await(store().lease(COUNT, MINUTE))).isNotNull().isNotEqualTo(token);
    }

    @Test
    public void aLeaseEndsByItself() {
        await(store().lease(COUNT, MOMENT));
        awaitUntil(() -> await(store().lease(COUNT, MINUTE)) != null);
    }

    @Test
    public void whoHeldALeaseBeforeDoesNotGiveBackThatOfAnother() {
        String late = await(store().lease(COUNT, MOMENT));
        awaitUntil(() -> await(store().lease(COUNT, MINUTE)) != null);
        await(store().release(COUNT, late));
        assertThat(await(store().lease(COUNT, MINUTE))).isNull();
    }

    @Test
    public void eachMemoHasItsLease() {
        assertThat(await(store().lease(COUNT, MINUTE))).isNotNull();
        assertThat(await(store().lease(new MemoKey("orders", "count", "a"), MINUTE)))
                .isNotNull();
        assertThat(await(store().lease(new MemoKey("orders", "sum", null), MINUTE)))
                .isNotNull();
    }

    @Test
    public void aLeaseDoesNotKeepOthersFromWriting() {
        await(store().lease(COUNT, MINUTE));
        assertThat(write(COUNT, "1")).isTrue();
    }

    @Test
    public void forgetsAllMemosOfOnePipeline() {
        List<MemoKey> keys = IntStream.range(0, 250)
                .mapToObj(i -> new MemoKey("orders", "count", "key " + i))
                .toList();
        MemoKey other = new MemoKey("orders2", "count", null);
        keys.forEach(key -> write(key, "1"));
        write(other, "1");
        await(store().lease(keys.get(0), MINUTE));
        await(store().forget("orders"));
        keys.forEach(key -> assertThat(await(store().read(key)).json()).isNull());
        assertThat(text(other)).isEqualTo("1");
        assertThat(await(store().lease(keys.get(0), MINUTE))).isNotNull();
    }

    @Test
    public void forgettingCanBeRepeated() {
        await(store().forget("orders"));
        write(COUNT, "1");
        await(store().forget("orders"));
        write(COUNT, "2");
        await(store().forget("orders"));
        assertThat(await(store().read(COUNT)).json()).isNull();
    }

    @Test
    public void whatIsWrittenWhileAnotherForgetsCanBeForgotten() throws Exception {
        List<MemoKey> keys = IntStream.range(0, 5)
                .mapToObj(i -> new MemoKey("orders", "count", "key " + i))
                .toList();
        atOnce(thread -> {
            for (int i = 0; i < 60; i++) {
                if (thread == 0) {
                    await(store().forget("orders"));
                } else {
                    write(keys.get(i % keys.size()), "1");
                }
            }
        });
        await(store().forget("orders"));
        keys.forEach(key -> assertThat(await(store().read(key)).json()).isNull());
    }

    @Test
    public void refusesWhatIsTooLarge() {
        StoredMemo nothing = await(store().read(COUNT));
        byte[] largest = new byte[ValueTooLargeException.MAX_BYTES];
        assertThatThrownBy(() ->
                        await(store().replace(COUNT, nothing, new byte[ValueTooLargeException.MAX_BYTES + 1], null)))
                .isInstanceOf(ValueTooLargeException.class);
        assertThat(await(store().read(COUNT)).json()).isNull();
        assertThat(await(store().replace(COUNT, nothing, largest, null))).isTrue();
        assertThat(await(store().read(COUNT)).json()).isEqualTo(largest);
    }

    @Test
    public void everythingCanBeSubscribedAgain() {
        StoredMemo nothing = await(store().read(COUNT));
        Uni<StoredMemo> read = store().read(COUNT);
        Uni<Boolean> write = store().replace(COUNT, nothing, json("1"), null);
        Uni<String> lease = store().lease(COUNT, MINUTE);
        assertThat(await(read).json()).isNull();
        assertThat(await(write)).isTrue();
        assertThat(await(write)).isFalse();
        assertThat(await(read).json()).isEqualTo(json("1"));
        assertThat(await(lease)).isNotNull();
        assertThat(await(lease)).isNull();
    }

    protected final boolean write(MemoKey key, String text) {
        return await(store().replace(key, await(store().read(key)), json(text), null));
    }

    protected final String text(MemoKey key) {
        return new String(await(store().read(key)).json(), UTF_8);
    }

    protected static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    protected static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private void addOne(MemoKey key) {
        boolean written = false;
        while (!written) {
            StoredMemo read = await(store().read(key));
            int count = read.json() == null ? 0 : Integer.parseInt(new String(read.json(), UTF_8));
            written = await(store().replace(key, read, json(Integer.toString(count + 1)), null));
        }
    }

    private static String quoted(MemoKey key) {
        return '"' + key.toString() + '"';
    }

    private interface Work {
        void run(int thread);
    }

    private static void atOnce(Work work) throws Exception {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            tasks.add(() -> {
                work.run(thread);
                return null;
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Void> done : executor.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
