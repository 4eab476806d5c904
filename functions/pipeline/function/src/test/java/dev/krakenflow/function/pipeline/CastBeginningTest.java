package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.function.pipeline.testing.ScriptedQueue;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CastBeginningTest {

    private static final Cast CAST = new Cast(
            "p",
            List.of(new CastEvent("0".repeat(32), "{}".getBytes(StandardCharsets.UTF_8), "k", null)),
            false,
            Map.of());

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedQueue queue = new ScriptedQueue();
    private final CastBeginning beginning = new CastBeginning(time);
    private final AtomicInteger begun = new AtomicInteger();

    private UniAssertSubscriber<Acceptance> offer() {
        return beginning.offer(queue, CAST).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void nobodyIsThereBefore(int begins) {
        queue.answers(cast -> Uni.createFrom()
                .item(begun.get() < begins ? new Acceptance.NoConsumer() : ScriptedQueue.accepted(cast)));
    }

    @Test
    void comesALittleBehindTheStart() {
        beginning.plan(begun::incrementAndGet);
        assertThat(begun).hasValue(0);
        time.pass(CastBeginning.BEHIND_THE_START);
        time.pass(CastBeginning.BEHIND_THE_START);
        assertThat(begun).hasValue(1);
    }

    @Test
    void comesEarlierWhereSomebodyCastsAndNobodyElseRunsIt() {
        nobodyIsThereBefore(1);
        beginning.plan(begun::incrementAndGet);
        UniAssertSubscriber<Acceptance> offered = offer();
        assertThat(begun).hasValue(1);
        offered.assertNotTerminated();
        time.pass(CastBeginning.PAUSE);
        assertThat(offered.getItem()).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    void waitsNotLongerThanItTakesToBegin() {
        nobodyIsThereBefore(2);
        beginning.plan(begun::incrementAndGet);
        UniAssertSubscriber<Acceptance> offered = offer();
        time.pass(CastBeginning.PATIENCE);
        assertThat(offered.getItem()).isInstanceOf(Acceptance.NoConsumer.class);
        assertThat(offer().getItem()).isInstanceOf(Acceptance.NoConsumer.class);
    }

    @Test
    void waitsForNobodyWhereThisProcessRunsNoCasts() {
        nobodyIsThereBefore(1);
        assertThat(offer().getItem()).isInstanceOf(Acceptance.NoConsumer.class);
    }

    @Test
    void comesNotWhenTheProcessEndsBefore() {
        beginning.plan(begun::incrementAndGet);
        beginning.forget();
        time.pass(CastBeginning.BEHIND_THE_START);
        assertThat(begun).hasValue(0);
    }
}
