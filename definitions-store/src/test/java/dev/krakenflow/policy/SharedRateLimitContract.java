package dev.krakenflow.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What every {@link SharedRateLimit} does. An adapter's test extends this and makes an unused one for each test. */
public abstract class SharedRateLimitContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final String BILLING = "billing:charge";

    /** The limits of this test; the same ones on each call. */
    protected abstract SharedRateLimit limits();

    @Test
    public void grantsAsManyCallsAsTheLimitAndRefusesTheRest() {
        for (int i = 0; i < 3; i++) {
            assertThat(take(3, MINUTE)).isEqualTo(new Permission(true, Duration.ZERO));
        }
        for (int i = 0; i < 3; i++) {
            Permission refused = take(3, MINUTE);
            assertThat(refused.granted()).isFalse();
            assertThat(refused.untilNext()).isPositive().isLessThanOrEqualTo(MINUTE);
        }
    }

    @Test
    public void aRefusedCallDoesNotProlongTheWindow() {
        Duration window = Duration.ofMillis(200);
        take(1, window);
        awaitGranted(1, window);
    }

    @Test
    public void eachWindowHasRoomForTheWholeLimit() {
        Duration shortWindow = Duration.ofMillis(200);
        for (int i = 0; i < 3; i++) {
            take(3, shortWindow);
        }
        awaitGranted(3, MINUTE);
        assertThat(take(3, MINUTE).granted()).isTrue();
        assertThat(take(3, MINUTE).granted()).isTrue();
        assertThat(take(3, MINUTE).granted()).isFalse();
    }

    @Test
    public void limitersAreKeptApart() {
        List<String> words =
                List.of("", "a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001));
        for (String word : words) {
            assertThat(await(limits().take(word, 1, MINUTE)).granted()).isTrue();
        }
        for (String word : words) {
            assertThat(await(limits().take(word, 1, MINUTE)).granted()).isFalse();
        }
    }

    @Test
    public void anotherLimitHoldsAtOnce() {
        take(5, MINUTE);
        take(5, MINUTE);
        assertThat(take(2, MINUTE).granted()).isFalse();
        assertThat(take(3, MINUTE).granted()).isTrue();
        assertThat(take(3, MINUTE).granted()).isFalse();
    }

    @Test
    public void aShorterWindowHoldsAtOnce() {
        take(1, Duration.ofDays(365));
        assertThat(take(1, MINUTE).untilNext()).isLessThanOrEqualTo(MINUTE);
        awaitGranted(1, Duration.ofMillis(50));
    }

    @Test
    public void aLongerWindowHoldsFromTheNextOneOn() {
        take(1, MINUTE);
        assertThat(take(1, Duration.ofDays(365)).untilNext()).isLessThanOrEqualTo(MINUTE);
    }

    @Test
    public void anyDurationIsAWindow() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        take(1, endless);
        assertThat(take(1, endless).untilNext()).isGreaterThan(Duration.ofDays(1_000));
        awaitGranted(1, Duration.ZERO);
    }

    @Test
    public void theLargestLimitIsALimit() {
        assertThat(take(Integer.MAX_VALUE, MINUTE).granted()).isTrue();
        assertThat(take(Integer.MAX_VALUE, MINUTE).granted()).isTrue();
    }

    @Test
    public void grantsNoMoreThanTheLimitToManyAtOnce() {
        Uni<Permission> take = limits().take(BILLING, 64, MINUTE);
        List<Permission> permissions = await(Multi.createFrom()
                .range(0, 200)
                .onItem()
                .transformToUni(i -> take.runSubscriptionOn(Infrastructure.getDefaultExecutor()))
                .merge(64)
                .collect()
                .asList());
        assertThat(permissions).filteredOn(Permission::granted).hasSize(64);
    }

    @Test
    public void eachSubscriptionIsACall() {
        Uni<Permission> take = limits().take(BILLING, 1, MINUTE);
        assertThat(await(take).granted()).isTrue();
        assertThat(await(take).granted()).isFalse();
    }

    private void awaitGranted(int limit, Duration window) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!take(limit, window).granted()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private Permission take(int limit, Duration window) {
        return await(limits().take(BILLING, limit, window));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
