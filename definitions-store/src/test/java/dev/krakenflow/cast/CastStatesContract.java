package dev.krakenflow.cast;

import static dev.krakenflow.cast.CastBench.await;
import static dev.krakenflow.cast.CastBench.awaitUntil;
import static dev.krakenflow.cast.CastBench.cast;
import static dev.krakenflow.cast.CastBench.dead;
import static dev.krakenflow.cast.CastBench.done;
import static dev.krakenflow.cast.CastBench.event;
import static dev.krakenflow.cast.CastBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link CastStates} do. An adapter's test extends this and opens empty ones for each test. */
public abstract class CastStatesContract {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

    private CastStates states;

    /** States that know nothing. */
    protected abstract CastStates states(CastBounds bounds);

    @BeforeEach
    public void openEmpty() {
        states = states(CastBounds.DEFAULT);
    }

    @Test
    public void eventsAreKnownAndUnsentFromTheBeginning() {
        Cast cast = cast(event("1"), event("2"));
        CastClaim.Begun begun = begin(cast);
        assertThat(begun.references())
                .containsExactly(
                        cast.events().get(0).reference(), cast.events().get(1).reference());
        assertThat(begun.unsent()).isEqualTo(cast.events());
        assertThat(begun.references()).allMatch(reference -> find(reference).equals("pending"));
        assertThat(find(UNKNOWN)).isEqualTo("unknown");
        assertThat(find("no reference")).isEqualTo("unknown");
    }

    @Test
    public void whatTheQueueHasIsNotSentAgain() {
        Cast cast = cast(once("a", "1"));
        CastClaim.Begun first = begin(cast);
        assertThat(begin(cast(once("a", "1"))).unsent())
                .singleElement()
                .satisfies(event -> assertThat(List.of(event.reference())).isEqualTo(first.references()));
        await(states.sent(first.references()));
        CastClaim.Begun second = begin(cast(once("a", "1"), event("2")));
        assertThat(second.references().get(0)).isEqualTo(first.references().get(0));
        assertThat(second.unsent())
                .extracting(CastEvent::reference)
                .containsExactly(second.references().get(1));
        assertThat(begin(cast).unsent()).isEmpty();
        await(states.sent(List.of(UNKNOWN)));
        assertThat(find(UNKNOWN)).isEqualTo("unknown");
    }

    @Test
    public void anotherEventOfTheSameKeyIsRefusedWithAllThatCameWithIt() {
        begin(cast(once("a", "1")));
        Cast mixed = cast(event("new"), once("a", "2"));
        assertThat(await(states.begin(mixed))).isEqualTo(new CastClaim.Mismatch(1));
        assertThat(find(mixed.events().get(0).reference())).isEqualTo("unknown");
        assertThat(await(states.begin(cast(once("b", "1"), once("b", "2"))))).isEqualTo(new CastClaim.Mismatch(1));
    }

    @Test
    public void twinsInOneCastAreSentOnce() {
        CastClaim.Begun begun = begin(cast(once("a", "1"), once("a", "1")));
        assertThat(begun.references().get(1)).isEqualTo(begun.references().get(0));
        assertThat(begun.unsent()).hasSize(1);
    }

    @Test
    public void keysBelongToTheirPipelineAndEnd() {
        String first = begin(cast(once("a", "1"))).references().get(0);
        Cast other = new Cast("other", List.of(once("a", "2")), false, Map.of());
        assertThat(begin(other).references()).doesNotContain(first);
        begin(cast(event("1", new CastOnce("b", "1", MOMENT))));
        awaitUntil(() -> await(states.begin(cast(once("b", "2")))) instanceof CastClaim.Begun);
    }

    @Test
    public void deliveriesAreCounted() {
        String reference = begin(cast(event("1"))).references().get(0);
        assertThat(deliver(reference).numbers()).isEqualTo(Map.of(reference, 1));
        settle(reference, failed("no"));
        assertThat(find(reference)).isEqualTo("failed no");
        assertThat(deliver(reference).numbers()).isEqualTo(Map.of(reference, 2));
    }

    @Test
    public void aDeliveryThatWasNotRunDoesNotCount() {
        String reference = begin(cast(event("1"))).references().get(0);
        deliver(reference);
        await(states.settle(List.of(reference), Map.of()));
        assertThat(deliver(reference).numbers()).isEqualTo(Map.of(reference, 1));
        await(states.settle(List.of(UNKNOWN), Map.of()));
        assertThat(find(UNKNOWN)).isEqualTo("unknown");
    }

    @Test
    public void whatIsDoneIsNotDeliveredAndStaysDone() {
        String reference = begin(cast(event("1"))).references().get(0);
        deliver(reference);
        settle(reference, done("it"));
        assertThat(deliver(reference)).isEqualTo(new CastDelivery(Map.of(), Set.of()));
        settle(reference, failed("late"));
        settle(reference, done("later"));
        assertThat(find(reference)).isEqualTo("done it");
        assertThat(await(states.revive(List.of(reference)))).isEmpty();
    }

    @Test
    public void whatIsDeadIsToldAndRunsAgainWhenItIsRevived() {
        List<String> references = begin(cast(event("1"), event("2"))).references();
        String dead = references.get(0);
        await(states.deliver(references));
        await(states.settle(references, Map.of(dead, dead("no"), references.get(1), done("it"))));
        CastDelivery delivery = await(states.deliver(references));
        assertThat(delivery.dead()).containsExactly(dead);
        assertThat(delivery.numbers()).isEmpty();
        settle(dead, failed("late"));
        assertThat(find(dead)).isEqualTo("dead no");
        assertThat(await(states.revive(references))).containsExactly(dead);
        assertThat(find(dead)).isEqualTo("pending");
        assertThat(deliver(dead).numbers()).isEqualTo(Map.of(dead, 1));
    }

    @Test
    public void whoEverRanWhatIsDeadToItsEndMakesItDone() {
        String reference = begin(cast(event("1"))).references().get(0);
        settle(reference, dead("no"));
        settle(reference, done("it"));
        assertThat(find(reference)).isEqualTo("done it");
    }

    @Test
    public void whatIsNotKnownIsDeliveredAndKnownThen() {
        assertThat(deliver(UNKNOWN).numbers()).isEqualTo(Map.of(UNKNOWN, 1));
        assertThat(find(UNKNOWN)).isEqualTo("pending");
        settle(UNKNOWN, CastState.done(new byte[0]));
        assertThat(find(UNKNOWN)).isEqualTo("done ");
    }

    @Test
    public void aResultIsKeptForAWhileAndAsLongAsItsKey() {
        states = states(new CastBounds(1, MOMENT));
        List<String> references = begin(cast(once("a", "1"), event("2"))).references();
        await(states.settle(references, Map.of(references.get(0), done("it"), references.get(1), done("it"))));
        awaitUntil(() -> find(references.get(1)).equals("unknown"));
        assertThat(find(references.get(0))).isEqualTo("done it");
        assertThat(begin(cast(once("a", "1"))).unsent()).isEmpty();
    }

    private CastClaim.Begun begin(Cast cast) {
        return (CastClaim.Begun) await(states.begin(cast));
    }

    private CastDelivery deliver(String reference) {
        return await(states.deliver(List.of(reference)));
    }

    private void settle(String reference, CastState state) {
        await(states.settle(List.of(reference), Map.of(reference, state)));
    }

    private String find(String reference) {
        return CastBench.word(await(states.find(reference)));
    }

    private static CastEvent once(String key, String fingerprint) {
        return event("1", new CastOnce(key, fingerprint, HOUR));
    }
}
