package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.idempotency.Claim;
import dev.krakenflow.idempotency.IdempotencyKey;
import dev.krakenflow.memo.ValueTooLargeException;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that may come again, when something goes wrong around it. */
class IdempotencyOutageTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();
    private final List<UniEmitter<? super Object>> held = new ArrayList<>();

    @BeforeEach
    void answer() {
        bench.clients.answers("f", event("{n: 7}"));
    }

    private static ScriptedPlan byId() {
        return ScriptedPlan.of("{service: 's.f', transform: {r: '{% n %}'}}")
                .service("{}")
                .idempotency("{key: '{% id %}'}");
    }

    private static Uni<?> away() {
        return Uni.createFrom().failure(new StoreUnavailableException("away", null));
    }

    private Uni<?> hold() {
        return Uni.createFrom().emitter(held::add);
    }

    @Test
    void doesNotRunUnprotected() {
        bench.claims.before("claim", IdempotencyOutageTest::away);
        Failure failure = bench.failure(byId(), "{id: 1}");
        assertThat(failure.code()).isEqualTo("store-unavailable");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(bench.clients.calls).isEmpty();
        assertThat(bench.log.failures).isEmpty();
    }

    @Test
    void answersWhatCameOutWhenItCannotBeKept() {
        bench.claims.before("finish", IdempotencyOutageTest::away);
        assertThat(bench.result(byId(), "{id: 1}")).containsEntry("r", 7);
        assertThat(bench.log.notKept).hasSize(1).first().isInstanceOf(StoreUnavailableException.class);
        assertThat(bench.failure(byId(), "{id: 1}").code()).isEqualTo("in-progress");
        assertThat(bench.claims.asked).containsExactly("claim", "finish", "claim");
    }

    @Test
    void answersAFailureWhenItsMarkCannotBeTakenAway() {
        bench.clients.fails("f", new IllegalStateException());
        bench.claims.before("release", IdempotencyOutageTest::away);
        assertThat(bench.failure(byId(), "{id: 1}").code()).isEqualTo("internal");
        assertThat(bench.log.notKept).hasSize(1).first().isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void letsTheCallComeAgainWhenItsAnswerIsTooLarge() {
        bench.claims.before("finish", () -> Uni.createFrom().failure(new ValueTooLargeException(7_000_000)));
        assertThat(bench.result(byId(), "{id: 1}")).containsEntry("r", 7);
        assertThat(bench.run(byId(), "{id: 1}").replayed()).isFalse();
        assertThat(bench.clients.calls).hasSize(2);
        assertThat(bench.claims.asked).containsExactly("claim", "finish", "release", "claim", "finish", "release");
        assertThat(bench.log.notKept).hasSize(2).first().isInstanceOf(ValueTooLargeException.class);
    }

    @Test
    void doesNotRunAgainWhenWhatIsKeptCannotBeRead() {
        IdempotencyKey key = new IdempotencyKey("pipe", "1");
        String fingerprint = Fingerprint.of(event("{id: 1}"), Map.of());
        Claim.Granted granted = (Claim.Granted)
                bench.claims.claim(key, fingerprint, LONG).await().indefinitely();
        byte[] other = "[]".getBytes(StandardCharsets.UTF_8);
        bench.claims.finish(key, granted.token(), other, LONG).await().indefinitely();
        assertThat(bench.failure(byId(), "{id: 1}").code()).isEqualTo("internal");
        assertThat(bench.clients.calls).isEmpty();
        assertThat(bench.log.failures).hasSize(1);
    }

    @Test
    void leavesTheMarkOfACancelledRun() {
        bench.clients.does("f", answers::wait);
        bench.start(byId(), "{id: 1}").cancel();
        assertThat(bench.clients.cancelled).isEqualTo(1);
        assertThat(bench.failure(byId(), "{id: 1}").code()).isEqualTo("in-progress");
        assertThat(bench.claims.asked).containsExactly("claim", "claim");
    }

    @Test
    void givesAMarkBackThatIsGrantedAfterACancel() {
        bench.claims.before("claim", this::hold);
        Cancellable run = bench.start(byId(), "{id: 1}");
        run.cancel();
        held.get(0).complete(1);
        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.clients.calls).isEmpty();
        assertThat(bench.claims.asked).containsExactly("claim", "release");
    }

    @Test
    void keepsTheAnswerOfARunThatIsCancelledMeanwhile() {
        bench.claims.before("finish", this::hold);
        Cancellable run = bench.start(byId(), "{id: 1}");
        run.cancel();
        held.get(0).complete(1);
        assertThat(bench.outcomes).isEmpty();
        assertThat(bench.run(byId(), "{id: 1}").replayed()).isTrue();
    }

    @Test
    void tellsNobodyBeforeTheAnswerIsKept() {
        bench.claims.before("finish", this::hold);
        bench.start(byId(), "{id: 1}");
        assertThat(bench.outcomes).isEmpty();
        held.get(0).complete(1);
        assertThat(completed(bench.outcomes.get(0))).containsEntry("r", 7);
    }

    @Test
    void waitsNoLongerForAClaimThanTheRunMayTake() {
        bench.claims.before("claim", this::hold);
        bench.start(byId().timeout(Duration.ofSeconds(2)), "{id: 1}");
        bench.scheduler.pass(Duration.ofSeconds(3));
        Failure failure = failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().instance()).isNull();
        held.get(0).complete(1);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(bench.clients.calls).isEmpty();
        assertThat(bench.claims.asked).containsExactly("claim", "release");
        bench.assertNothingIsLeft();
    }

    @Test
    void endsBeforeItClaimsWhenTheInputCannotBeChecked() {
        bench.start(byId().input("{properties: {id: {type: 'integer'}}}").build(), unreadable(), RunOptions.NONE);
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("internal");
        assertThat(bench.claims.asked).isEmpty();
        bench.assertNothingIsLeft();
    }

    private static Map<String, Object> unreadable() {
        return new AbstractMap<>() {

            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException();
            }
        };
    }
}
