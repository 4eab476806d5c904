package dev.krakenflow.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.tuples.Tuple2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyStore} does. An adapter's test extends this and makes an empty store for each test. */
public abstract class IdempotencyStoreContract {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final IdempotencyKey ORDER = new IdempotencyKey("orders", "order 7");
    private static final String EVENT = "fingerprint";
    private static final byte[] ANSWER = {'4', 0, (byte) 0xff, '2'};
    private static final int CALLERS = 64;

    /** The empty store of this test; the same one on each call. */
    protected abstract IdempotencyStore store();

    @Test
    public void theFirstClaimIsGrantedAndTheNextOneSeesItRunning() {
        assertThat(claim(ORDER, EVENT)).isInstanceOf(Claim.Granted.class);
        Claim.Running running = (Claim.Running) claim(ORDER, EVENT);
        assertThat(running.left()).isPositive().isLessThanOrEqualTo(MINUTE);
    }

    @Test
    public void anAnswerIsGivenAgain() {
        assertThat(finish(ORDER, granted(ORDER), ANSWER)).isTrue();
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void anAnswerMayBeEmpty() {
        finish(ORDER, granted(ORDER), new byte[0]);
        assertThat(answer(ORDER)).isEmpty();
    }

    @Test
    public void anAnswerIsTheCopyOfWhoReadsIt() {
        finish(ORDER, granted(ORDER), ANSWER);
        answer(ORDER)[0] = 'x';
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void anotherEventOfTheSameKeyIsAMismatchWhetherRunningOrAnswered() {
        String token = granted(ORDER);
        assertThat(claim(ORDER, "other")).isInstanceOf(Claim.Mismatch.class);
        finish(ORDER, token, ANSWER);
        assertThat(claim(ORDER, "other")).isInstanceOf(Claim.Mismatch.class);
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void callsAreKeptApart() {
        List<IdempotencyKey> keys = new ArrayList<>();
        List<String> words =
                List.of("", "a", "A", "a:b", "a b", "a%3Ab", "ä", "😀", "b".repeat(1_000), "b".repeat(1_001));
        for (String pipeline : words) {
            for (String key : words) {
                keys.add(new IdempotencyKey(pipeline, key));
            }
        }
        keys.forEach(key -> finish(key, granted(key), bytes(key.toString())));
        keys.forEach(key -> assertThat(answer(key)).isEqualTo(bytes(key.toString())));
    }

    @Test
    public void aFingerprintIsAnyText() {
        for (String fingerprint : List.of("", ":", "a:b", "😀")) {
            IdempotencyKey key = new IdempotencyKey("orders", fingerprint);
            String token = ((Claim.Granted) claim(key, fingerprint)).token();
            assertThat(claim(key, fingerprint)).isInstanceOf(Claim.Running.class);
            assertThat(finish(key, token, ANSWER)).isTrue();
            assertThat(claim(key, fingerprint)).isInstanceOf(Claim.Answered.class);
            assertThat(claim(key, fingerprint + "x")).isInstanceOf(Claim.Mismatch.class);
        }
    }

    @Test
    public void ofManyClaimsAtOnceOneIsGranted() {
        List<Claim> claims = atOnce(store().claim(ORDER, EVENT, MINUTE));
        assertThat(claims)
                .hasSize(CALLERS)
                .filteredOn(Claim.Granted.class::isInstance)
                .hasSize(1);
        assertThat(claims).filteredOn(Claim.Running.class::isInstance).hasSize(CALLERS - 1);
    }

    @Test
    public void theKeyBelongsToWhoIsLateOrToWhoClaimsItAnewNeverToBoth() {
        for (int round = 0; round < 50; round++) {
            IdempotencyKey key = new IdempotencyKey("orders", "round " + round);
            Uni<Boolean> finish = store().finish(key, endedMark(key), ANSWER, MINUTE);
            Uni<Claim> claim = store().claim(key, EVENT, MINUTE);
            Tuple2<Boolean, Claim> both = await(Uni.combine()
                    .all()
                    .unis(onItsOwnThread(finish), onItsOwnThread(claim))
                    .asTuple());
            assertThat(both.getItem2()).isInstanceOf(both.getItem1() ? Claim.Answered.class : Claim.Granted.class);
        }
    }

    @Test
    public void aMarkEndsByItself() {
        String first = ((Claim.Granted) await(store().claim(ORDER, EVENT, MOMENT))).token();
        assertThat(awaitGranted(EVENT)).isNotEqualTo(first);
    }

    @Test
    public void anAnswerEndsWithItsTtl() {
        await(store().finish(ORDER, granted(ORDER), ANSWER, MOMENT));
        awaitGranted("other");
    }

    @Test
    public void anAnswerIsKeptForItsOwnTtlNotForTheTimeOfTheMark() {
        String token = ((Claim.Granted) await(store().claim(ORDER, EVENT, Duration.ofMillis(300)))).token();
        IdempotencyKey twin = new IdempotencyKey("orders", "twin");
        assertThat(finish(ORDER, token, ANSWER)).isTrue();
        await(store().claim(twin, EVENT, Duration.ofMillis(300)));
        awaitUntil(() -> claim(twin, "other") instanceof Claim.Granted);
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void whoIsLateFinishesIfNobodyClaimedTheKeySince() {
        String late = endedMark(ORDER);
        assertThat(finish(ORDER, late, ANSWER)).isTrue();
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
        assertThat(claim(ORDER, "other")).isInstanceOf(Claim.Mismatch.class);
    }

    @Test
    public void whoIsLateLeavesTheMarkOfAnotherAsItIs() {
        String late = ((Claim.Granted) await(store().claim(ORDER, EVENT, MOMENT))).token();
        String token = awaitGranted(EVENT);
        assertThat(finish(ORDER, late, bytes("late"))).isFalse();
        await(store().release(ORDER, late));
        assertThat(claim(ORDER, EVENT)).isInstanceOf(Claim.Running.class);
        assertThat(finish(ORDER, token, ANSWER)).isTrue();
        assertThat(finish(ORDER, late, bytes("late"))).isFalse();
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void finishingOnceMoreReplacesTheAnswer() {
        String token = granted(ORDER);
        assertThat(finish(ORDER, token, bytes("first"))).isTrue();
        assertThat(finish(ORDER, token, ANSWER)).isTrue();
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void whatWasReleasedCanBeClaimedWithAnyEvent() {
        await(store().release(ORDER, granted(ORDER)));
        assertThat(claim(ORDER, "other")).isInstanceOf(Claim.Granted.class);
    }

    @Test
    public void anAnswerIsNotReleased() {
        String token = granted(ORDER);
        finish(ORDER, token, ANSWER);
        await(store().release(ORDER, token));
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
    }

    @Test
    public void releasingWhatIsNotThereChangesNothing() {
        await(store().release(ORDER, "some"));
        granted(ORDER);
        await(store().release(ORDER, "some"));
        assertThat(claim(ORDER, EVENT)).isInstanceOf(Claim.Running.class);
    }

    @Test
    public void anyDurationIsATime() {
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        String token = ((Claim.Granted) await(store().claim(ORDER, EVENT, endless))).token();
        assertThat(((Claim.Running) claim(ORDER, EVENT)).left()).isGreaterThan(Duration.ofDays(1_000));
        await(store().finish(ORDER, token, ANSWER, endless));
        assertThat(answer(ORDER)).isEqualTo(ANSWER);
        await(store().finish(ORDER, token, ANSWER, Duration.ZERO));
        awaitGranted(EVENT);
    }

    @Test
    public void refusesWhatIsTooLargeAndKeepsTheMark() {
        String token = granted(ORDER);
        assertThatThrownBy(() -> finish(ORDER, token, new byte[ValueTooLargeException.MAX_BYTES + 1]))
                .isInstanceOf(ValueTooLargeException.class);
        assertThat(claim(ORDER, EVENT)).isInstanceOf(Claim.Running.class);
        assertThat(finish(ORDER, token, ANSWER)).isTrue();
        byte[] largest = new byte[ValueTooLargeException.MAX_BYTES];
        assertThat(finish(ORDER, token, largest)).isTrue();
        assertThat(answer(ORDER)).isEqualTo(largest);
    }

    @Test
    public void everythingHappensOnSubscriptionAndCanBeSubscribedAgain() {
        Uni<Claim> claim = store().claim(ORDER, EVENT, MINUTE);
        String token = granted(ORDER);
        Uni<Boolean> finish = store().finish(ORDER, token, ANSWER, MINUTE);
        Uni<Void> release = store().release(ORDER, token);
        assertThat(await(claim)).isInstanceOf(Claim.Running.class);
        await(release);
        await(release);
        assertThat(await(finish)).isTrue();
        assertThat(await(finish)).isTrue();
        assertThat(await(claim)).isInstanceOf(Claim.Answered.class);
    }

    private String granted(IdempotencyKey key) {
        return ((Claim.Granted) claim(key, EVENT)).token();
    }

    private byte[] answer(IdempotencyKey key) {
        return ((Claim.Answered) claim(key, EVENT)).answer();
    }

    private Claim claim(IdempotencyKey key, String fingerprint) {
        return await(store().claim(key, fingerprint, MINUTE));
    }

    private boolean finish(IdempotencyKey key, String token, byte[] answer) {
        return await(store().finish(key, token, answer, MINUTE));
    }

    /** The token of a mark that is not there any more, though nobody claimed the key since. */
    private String endedMark(IdempotencyKey key) {
        String token = ((Claim.Granted) await(store().claim(key, EVENT, MOMENT))).token();
        awaitUntil(() -> claim(key, "other") instanceof Claim.Granted granted && isReleased(key, granted.token()));
        return token;
    }

    private boolean isReleased(IdempotencyKey key, String token) {
        await(store().release(key, token));
        return true;
    }

    private String awaitGranted(String fingerprint) {
        List<String> tokens = new ArrayList<>();
        awaitUntil(() -> claim(ORDER, fingerprint) instanceof Claim.Granted granted && tokens.add(granted.token()));
        return tokens.get(0);
    }

    private static List<Claim> atOnce(Uni<Claim> claim) {
        return await(Multi.createFrom()
                .range(0, CALLERS)
                .onItem()
                .transformToUni(i -> onItsOwnThread(claim))
                .merge(CALLERS)
                .collect()
                .asList());
    }

    private static <T> Uni<T> onItsOwnThread(Uni<T> uni) {
        return uni.runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }
}
