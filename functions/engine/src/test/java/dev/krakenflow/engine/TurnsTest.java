package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.ScriptedScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private final List<Throwable> thrown = new ArrayList<>();
    private final Turns turns = new Turns(scheduler, thrown::add);
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void aTurnThatIsAddedDuringAnotherComesBehindIt() {
        turns.add(() -> {
            turns.add(() -> taken.add(2));
            taken.add(1);
        });
        assertThat(taken).containsExactly(1, 2);
    }

    @Test
    void turnsThatAddTurnsTakeNoStack() {
        int[] left = {1_000_000};
        turns.add(new Runnable() {
            @Override
            public void run() {
                if (left[0]-- > 0) {
                    turns.add(this);
                }
            }
        });
        assertThat(left[0]).isEqualTo(-1);
    }

    @Test
    void aTurnThatThrowsDoesNotKeepTheOthersFromTheirs() {
        RuntimeException bug = new IllegalStateException();
        turns.add(() -> {
            turns.add(() -> taken.add(1));
            throw bug;
        });
        assertThat(taken).containsExactly(1);
        assertThat(thrown).containsExactly(bug);
    }

    @Test
    void givesTheThreadBackWhenTheSliceIsOver() {
        scheduler.passPerLook(Duration.ofMillis(2));
        for (int i = 0; i < 3; i++) {
            turns.add(() -> taken.add(1));
        }
        assertThat(taken).hasSize(3);
        turns.add(() -> {
            for (int i = 0; i < 6; i++) {
                turns.add(() -> taken.add(2));
            }
        });
        assertThat(taken).hasSizeLessThan(9);
        scheduler.runSoon();
        assertThat(taken).hasSize(9);
    }

    @Test
    void neverTakesTwoTurnsAtTheSameTime() throws InterruptedException {
        int threads = 4;
        int each = 50_000;
        CountDownLatch all = new CountDownLatch(threads * each);
        int[] unguarded = {0};
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        Turns shared = new Turns(
                new ExecutorScheduler(Executors.newScheduledThreadPool(0, runnable -> {
                    Thread thread = new Thread(runnable);
                    thread.setDaemon(true);
                    return thread;
                })),
                thrown::add);
        for (int i = 0; i < threads; i++) {
            executor.execute(() -> {
                for (int j = 0; j < each; j++) {
                    shared.add(() -> {
                        unguarded[0]++;
                        all.countDown();
                    });
                }
            });
        }
        assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        executor.shutdown();
        assertThat(unguarded[0]).isEqualTo(threads * each);
    }
}
