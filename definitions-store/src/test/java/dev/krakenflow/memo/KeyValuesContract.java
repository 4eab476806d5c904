package dev.krakenflow.memo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What all {@link KeyValues} do. An adapter's test extends this and makes empty ones for each test. */
public abstract class KeyValuesContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final String SERVICE = "visits";

    /** The empty values of this test; the same ones on each call. */
    protected abstract KeyValues values();

    @Test
    public void whatWasNeverSetIsNotThere() {
        assertThat(get("a")).isNull();
    }

    @Test
    public void givesWhatWasSet() {
        set("a", "{\"käse\": [\"\u0000\", \"😀\"]}");
        assertThat(get("a")).isEqualTo("{\"käse\": [\"\u0000\", \"😀\"]}");
        set("a", "null");
        assertThat(get("a")).isEqualTo("null");
    }

    @Test
    public void servicesAndKeysAreKeptApart() {
        List<String> words =
                List.of("", "a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001));
        for (String service : words) {
            for (String key : words) {
                await(values().set(service, key, json(service + " " + key), null));
            }
        }
        for (String service : words) {
            for (String key : words) {
                assertThat(await(values().get(service, key))).isEqualTo(json(service + " " + key));
            }
        }
    }

    @Test
    public void aValueEndsWithItsTtl() {
        await(values().set(SERVICE, "a", json("1"), MOMENT));
        awaitGone("a");
        await(values().getAndSet(SERVICE, "a", json("1"), MOMENT));
        awaitGone("a");
    }

    @Test
    public void settingWithoutATtlKeepsForEver() {
        await(values().set(SERVICE, "a", json("1"), Duration.ofMillis(50)));
        await(values().set(SERVICE, "b", json("1"), Duration.ofMillis(50)));
        set("a", "2");
        awaitGone("b");
        assertThat(get("a")).isEqualTo("2");
    }

    @Test
    public void anyDurationIsATtl() {
        await(values().set(SERVICE, "a", json("1"), Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(get("a")).isEqualTo("1");
        await(values().set(SERVICE, "a", json("1"), Duration.ZERO));
        awaitGone("a");
    }

    @Test
    public void getAndSetGivesTheValueBefore() {
        assertThat(await(values().getAndSet(SERVICE, "a", json("1"), null))).isNull();
        assertThat(await(values().getAndSet(SERVICE, "a", json("2"), MINUTE))).isEqualTo(json("1"));
        assertThat(get("a")).isEqualTo("2");
    }

    @Test
    public void deletingSaysWhetherThereWasAValue() {
        set("a", "1");
        assertThat(await(values().delete(SERVICE, "a"))).isTrue();
        assertThat(await(values().delete(SERVICE, "a"))).isFalse();
        assertThat(get("a")).isNull();
    }

    @Test
    public void incrementCountsFromZero() {
        assertThat(increment("a", "1")).isEqualByComparingTo("1");
        assertThat(increment("a", "41")).isEqualByComparingTo("42");
        assertThat(increment("a", "-43")).isEqualByComparingTo("-1");
        assertThat(get("a")).isEqualTo("-1");
    }

    @Test
    public void incrementIsExactWhereDoublesAreNot() {
        set("a", "9007199254740993");
        assertThat(increment("a", "2")).isEqualByComparingTo("9007199254740995");
        set("a", "-9223372036854775807");
        assertThat(increment("a", "9223372036854775806")).isEqualByComparingTo("-1");
    }

    @Test
    public void incrementAddsDecimals() {
        set("a", "0.1");
        assertThat(increment("a", "0.2")).isEqualByComparingTo("0.3");
        assertThat(increment("a", "1")).isEqualByComparingTo("1.3");
        assertThat(increment("a", "-1.3")).isEqualByComparingTo("0");
    }

    @Test
    public void incrementReadsNumbersAsJsonWritesThem() {
        set("a", "5.0");
        assertThat(increment("a", "1E1")).isEqualByComparingTo("15");
        set("a", "25e-1");
        assertThat(increment("a", "0.5")).isEqualByComparingTo("3");
        set("a", "9223372036854775807");
        assertThat(increment("a", "1")).isEqualByComparingTo("9223372036854775808");
    }

    @Test
    public void whatIsNoNumberIsNotIncremented() {
        for (String json : List.of("\"5\"", "true", "null", "[1]", "{}", "")) {
            set("a", json);
            assertThat(increment("a", "1")).as(json).isNull();
            assertThat(get("a")).isEqualTo(json);
        }
    }

    @Test
    public void aSumWithoutEndIsNoNumber() {
        set("a", "1E999999999");
        assertThat(increment("a", "1")).isNull();
        set("a", "1");
        assertThat(increment("a", "1E+999999999")).isNull();
        assertThat(get("a")).isEqualTo("1");
    }

    @Test
    public void incrementKeepsTheTtlUnlessThereIsANewOne() {
        await(values().set(SERVICE, "a", json("1"), Duration.ofSeconds(1)));
        assertThat(increment("a", "1")).isEqualByComparingTo("2");
        assertThat(increment("a", "0.5")).isEqualByComparingTo("2.5");
        awaitGone("a");
        await(values().set(SERVICE, "a", json("1"), MINUTE));
        await(values().increment(SERVICE, "a", BigDecimal.ONE, MOMENT));
        awaitGone("a");
    }

    @Test
    public void noIncrementIsLost() {
        int times = 500;
        Uni<BigDecimal> add = values().increment(SERVICE, "a", BigDecimal.ONE, null);
        List<BigDecimal> sums = await(Multi.createFrom()
                .range(0, times)
                .onItem()
                .transformToUni(i -> add)
                .merge(64)
                .collect()
                .asList());
        assertThat(sums).doesNotHaveDuplicates().hasSize(times);
        assertThat(get("a")).isEqualTo(Integer.toString(times));
    }

    @Test
    public void refusesWhatIsTooLarge() {
        byte[] tooLarge = new byte[ValueTooLargeException.MAX_BYTES + 1];
        set("a", "1");
        assertThatThrownBy(() -> await(values().set(SERVICE, "a", tooLarge, null)))
                .isInstanceOf(ValueTooLargeException.class);
        assertThatThrownBy(() -> await(values().getAndSet(SERVICE, "a", tooLarge, null)))
                .isInstanceOf(ValueTooLargeException.class);
        assertThat(get("a")).isEqualTo("1");
    }

    @Test
    public void nothingHappensBeforeSubscription() {
        Uni<Void> set = values().set(SERVICE, "a", json("1"), null);
        values().increment(SERVICE, "a", BigDecimal.ONE, null);
        assertThat(get("a")).isNull();
        await(set);
        assertThat(get("a")).isEqualTo("1");
    }

    private void set(String key, String text) {
        await(values().set(SERVICE, key, json(text), null));
    }

    private String get(String key) {
        byte[] json = await(values().get(SERVICE, key));
        return json == null ? null : new String(json, UTF_8);
    }

    private BigDecimal increment(String key, String by) {
        return await(values().increment(SERVICE, key, new BigDecimal(by), null));
    }

    private void awaitGone(String key) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (get(key) != null) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }

    protected static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
