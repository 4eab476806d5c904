package dev.krakenflow.function.aws.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueBatchTest {

    private static final TimeLeft TIME = TimeLeft.of(600_000, () -> 0);
    private static final TriggeredOutcome DONE = new TriggeredOutcome.Done("orders", null);

    private final List<Object> ran = new ArrayList<>();
    private final QueueBatch batch =
            new QueueBatch(this::run, cast -> Uni.createFrom().item(true));

    @Test
    void gives_back_what_failed_alone() {
        assertThat(failed(batch, message("a", "{\"n\":1}"), message("b", "{\"fail\":true}"), message("c", "{\"n\":3}")))
                .containsExactly("b");
        assertThat(ran).hasSize(3);
    }

    @Test
    void gives_back_what_is_no_json_or_no_message_and_runs_the_rest() {
        assertThat(failed(batch, message("a", "{"), "no message", message("c", "{\"n\":3}")))
                .containsExactly("a", "");
        assertThat(ran).hasSize(1);
    }

    @Test
    void gives_back_alone_what_fails_in_a_way_nobody_expected() {
        assertThat(failed(batch, message("a", "{\"throw\":true}"), message("b", "{\"n\":2}")))
                .containsExactly("a");
    }

    @Test
    void gives_back_the_rest_of_a_group_behind_one_that_failed_without_running_it() {
        assertThat(failed(
                        batch,
                        inGroup("g", message("a", "{\"n\":1}")),
                        inGroup("g", message("b", "{\"fail\":true}")),
                        inGroup("h", message("c", "{\"n\":3}")),
                        inGroup("g", message("d", "{\"n\":4}"))))
                .containsExactlyInAnyOrder("b", "d");
        assertThat(ran).doesNotContain(Map.of("n", 4L)).hasSize(3);
    }

    @Test
    void runs_messages_at_the_same_time_and_those_of_a_group_one_after_another() {
        List<UniEmitter<? super TriggeredOutcome>> waiting = new ArrayList<>();
        QueueBatch slow = new QueueBatch(
                event -> Uni.createFrom().emitter(waiting::add),
                cast -> Uni.createFrom().item(true));
        CompletableFuture<Map<String, Object>> answer = slow.run(
                        List.of(
                                message("a", "{}"),
                                message("b", "{}"),
                                inGroup("g", message("c", "{}")),
                                inGroup("g", message("d", "{}"))),
                        TIME)
                .subscribeAsCompletionStage();

        assertThat(waiting).hasSize(3);
        List.copyOf(waiting).forEach(run -> run.complete(DONE));
        assertThat(waiting).hasSize(4);
        waiting.get(3).complete(DONE);
        assertThat(answer).isCompletedWithValue(Map.of("batchItemFailures", List.of()));
    }

    @Test
    void runs_no_more_at_once_than_a_process_takes() {
        List<UniEmitter<? super TriggeredOutcome>> waiting = new ArrayList<>();
        QueueBatch slow = new QueueBatch(
                event -> Uni.createFrom().emitter(waiting::add),
                cast -> Uni.createFrom().item(true));
        List<Object> many = IntStream.rangeClosed(0, QueueBatch.MOST_AT_ONCE)
                .<Object>mapToObj(i -> message("m" + i, "{}"))
                .toList();
        CompletableFuture<Map<String, Object>> answer = slow.run(many, TIME).subscribeAsCompletionStage();

        assertThat(waiting).hasSize(QueueBatch.MOST_AT_ONCE);
        List.copyOf(waiting).forEach(run -> run.complete(DONE));
        assertThat(waiting).hasSize(many.size());
        waiting.get(QueueBatch.MOST_AT_ONCE).complete(DONE);
        assertThat(answer).isCompletedWithValue(Map.of("batchItemFailures", List.of()));
    }

    @Test
    void gives_back_a_cast_that_is_none() {
        Map<String, Object> cast = Map.of(
                "messageId",
                "a",
                "body",
                "{}",
                "messageAttributes",
                Map.of("kraken-cast", Map.of("stringValue", "1", "dataType", "String")));

        assertThat(failed(batch, cast, message("b", "{\"n\":2}"))).containsExactly("a");
    }

    @Test
    void an_empty_batch_has_no_failures() {
        assertThat(failed(batch)).isEmpty();
    }

    @Test
    void logs_the_name_of_a_pipeline_that_there_is_and_nothing_that_a_sender_has_written() {
        QueueMessage message = QueueMessage.of(message("a", "{}"));

        assertThat(QueueBatch.line(message, "orders", Failure.of(FailureCode.TIMEOUT, "scripted")))
                .isEqualTo("Message a comes back to its queue after 1 receives: timeout in pipeline orders");
        assertThat(QueueBatch.line(message, "forged\nline", Failure.of(FailureCode.PIPELINE_UNDEFINED, "scripted")))
                .isEqualTo("Message a comes back to its queue after 1 receives: pipeline-undefined");
    }

    private Uni<TriggeredOutcome> run(TriggeredEvent event) {
        ran.add(event.event());
        Map<?, ?> fields = (Map<?, ?>) event.event();
        if (fields.containsKey("throw")) {
            throw new IllegalStateException("scripted");
        }
        return Uni.createFrom()
                .item(
                        fields.containsKey("fail")
                                ? new TriggeredOutcome.Failed("orders", Failure.of(FailureCode.TIMEOUT, "scripted"))
                                : DONE);
    }

    private static List<Object> failed(QueueBatch batch, Object... records) {
        Map<String, Object> answer =
                batch.run(List.of(records), TIME).subscribeAsCompletionStage().join();
        List<Object> ids = new ArrayList<>();
        for (Object item : (List<?>) answer.get("batchItemFailures")) {
            ids.add(((Map<?, ?>) item).get("itemIdentifier"));
        }
        return ids;
    }

    private static Map<String, Object> message(String id, String body) {
        return Map.of("messageId", id, "body", body);
    }

    private static Map<String, Object> inGroup(String group, Map<String, Object> message) {
        return Map.of(
                "messageId",
                message.get("messageId"),
                "body",
                message.get("body"),
                "attributes",
                Map.of("MessageGroupId", group));
    }
}
