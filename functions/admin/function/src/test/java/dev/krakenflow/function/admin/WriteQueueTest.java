package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.admin.testing.ScriptedScheduler;
import dev.krakenflow.function.http.RequestException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WriteQueueTest {

    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private final WriteQueue queue = new WriteQueue(scheduler);
    private final List<UniEmitter<? super String>> begun = new ArrayList<>();

    @Test
    void beginsTheNextWhenTheOneBeforeIsDone() {
        UniAssertSubscriber<String> first = join();
        UniAssertSubscriber<String> second = join();
        UniAssertSubscriber<String> third = join();
        assertThat(begun).hasSize(1);
        end(0, "a");
        assertThat(begun).hasSize(2);
        begun.get(1).fail(new IllegalStateException("broken"));
        scheduler.pass(Duration.ZERO);
        end(2, "c");
        first.assertItem("a");
        second.assertFailedWith(IllegalStateException.class);
        third.assertItem("c");
    }

    @Test
    void goesOnWhenWhoWasInTurnOrWaitedIsGone() {
        UniAssertSubscriber<String> inTurn = join();
        UniAssertSubscriber<String> waiting = join();
        UniAssertSubscriber<String> last = join();
        waiting.cancel();
        inTurn.cancel();
        scheduler.pass(Duration.ZERO);
        end(1, "c");
        last.assertItem("c");
    }

    @Test
    void refusesWhoWaitsForTooLong() {
        join();
        UniAssertSubscriber<String> impatient = join();
        scheduler.pass(WriteQueue.PATIENCE);
        assertThat(code(impatient)).isEqualTo("overloaded");
        end(0, "a");
        assertThat(begun).hasSize(1);
    }

    @Test
    void refusesMoreThanMayWait() {
        for (int i = 0; i < WriteQueue.LONGEST; i++) {
            join();
        }
        assertThat(code(join())).isEqualTo("overloaded");
    }

    private UniAssertSubscriber<String> join() {
        Uni<String> work = Uni.createFrom().emitter(begun::add);
        return queue.inTurn(work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void end(int index, String item) {
        begun.get(index).complete(item);
        scheduler.pass(Duration.ZERO);
    }

    private static String code(UniAssertSubscriber<String> refused) {
        return ((RequestException) refused.assertFailed().getFailure())
                .failure()
                .code();
    }
}
