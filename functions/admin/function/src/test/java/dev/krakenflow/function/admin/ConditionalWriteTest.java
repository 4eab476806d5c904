package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.admin.testing.ScriptedCommits;
import dev.krakenflow.function.admin.testing.ScriptedScheduler;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConditionalWriteTest {

    private static final Draft DRAFT =
            new Draft(new Change(Map.of(), Map.of(), List.of(), List.of(RecordKey.pipeline("p")), Map.of()), "answer");

    private final List<Set<String>> live = new ArrayList<>();
    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private int drafts;

    @Test
    void answersWhenTheWriteIsLive() {
        assertThat(write(0).getItem()).isEqualTo("answer");
        assertThat(live).containsExactly(Set.of("p"));
        assertThat(drafts).isEqualTo(1);
    }

    @Test
    void worksTheDraftOutAgainWhenItsGroundHasChanged() {
        assertThat(write(5).getItem()).isEqualTo("answer");
        assertThat(drafts).isEqualTo(6);
    }

    @Test
    void pausesBeforeItTriesAgain() {
        write(3).assertCompleted();
        assertThat(scheduler.pauses).hasSize(3).doesNotHaveDuplicates().allMatch(Duration::isPositive);
    }

    @Test
    void givesUpAfterFiveMoreTries() {
        RequestException conflict = (RequestException) write(6).assertFailed().getFailure();
        assertThat(conflict.failure().code()).isEqualTo("conflict");
        assertThat(conflict.failure().detail()).contains("services/s");
        assertThat(live).isEmpty();
        assertThat(drafts).isEqualTo(6);
    }

    private UniAssertSubscriber<Object> write(int refusals) {
        LivePlans plans = (pipelines, routing) -> {
            assertThat(routing).isTrue();
            live.add(pipelines);
            return Uni.createFrom().voidItem();
        };
        Pauses pauses = new Pauses(scheduler, new Random(1));
        ConditionalWrite writes =
                new ConditionalWrite(new ScriptedCommits(refusals), plans, new WriteQueue(scheduler), pauses);
        UniAssertSubscriber<Object> answer = writes.write(Uni.createFrom().item(() -> {
                    drafts++;
                    return DRAFT;
                }))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        scheduler.pass(Duration.ofSeconds(1));
        return answer;
    }
}
