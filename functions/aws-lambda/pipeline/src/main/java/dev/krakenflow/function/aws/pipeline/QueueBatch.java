package dev.krakenflow.function.aws.pipeline;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.MalformedCastException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import dev.krakenflow.json.MalformedJsonException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the messages of one invocation: all at the same time, those of a FIFO queue's group one after another. A message that
 * fails, or cannot be read, comes back to the queue alone, with those of its group that stand behind it; the queue's redrive
 * policy gives it up in the end. Thread-safe.
 */
final class QueueBatch {

    private static final Logger LOG = Logger.getLogger(QueueBatch.class);

    /** Fewer than a process takes at once: what waits is run, and not refused as too much. */
    static final int MOST_AT_ONCE = 256;

    private final Function<TriggeredEvent, Uni<TriggeredOutcome>> events;
    private final Function<CastMessage, Uni<Boolean>> casts;

    /**
     * @param events runs what a message brings
     * @param casts runs what was cast; gives whether the queue may drop it
     */
    QueueBatch(Function<TriggeredEvent, Uni<TriggeredOutcome>> events, Function<CastMessage, Uni<Boolean>> casts) {
        this.events = events;
        this.casts = casts;
    }

    /** The partial batch response. Never fails. */
    Uni<Map<String, Object>> run(List<?> records, TimeLeft time) {
        Map<String, List<QueueMessage>> lines = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            QueueMessage message = QueueMessage.of(records.get(i));
            String line = message.group() == null ? "alone:" + i : "group:" + message.group();
            lines.computeIfAbsent(line, name -> new ArrayList<>()).add(message);
        }
        return Multi.createFrom()
                .iterable(lines.values())
                .onItem()
                .transformToUni(line -> line(line, time))
                .merge(Math.clamp(lines.size(), 1, MOST_AT_ONCE))
                .collect()
                .asList()
                .map(QueueBatch::response);
    }

    /** The messages that come back. */
    private Uni<List<QueueMessage>> line(List<QueueMessage> messages, TimeLeft time) {
        QueueMessage first = messages.get(0);
        List<QueueMessage> others = messages.subList(1, messages.size());
        return run(first, time).chain(done -> {
            if (!done) {
                return Uni.createFrom().item(messages);
            }
            return others.isEmpty() ? Uni.createFrom().item(List.<QueueMessage>of()) : line(others, time);
        });
    }

    private Uni<Boolean> run(QueueMessage message, TimeLeft time) {
        return message.isCast() ? runCast(message, time) : runEvent(message, time);
    }

    /** A run that fails tells so by the state of its event. */
    private Uni<Boolean> runCast(QueueMessage message, TimeLeft time) {
        return Uni.createFrom()
                .deferred(() -> casts.apply(message.cast()))
                .ifNoItem()
                .after(time.patience())
                .recoverWithItem(() -> isDone(message, failed(FailureCode.TIMEOUT, "no end in the platform's time")))
                .onFailure(MalformedCastException.class)
                .recoverWithItem(other -> isDone(message, failed(FailureCode.MALFORMED_JSON, "its body is no cast")))
                .onFailure()
                .recoverWithItem(reason -> isDone(message, unexpected(reason)));
    }

    private Uni<Boolean> runEvent(QueueMessage message, TimeLeft time) {
        return Uni.createFrom()
                .deferred(() -> events.apply(message.event(time.budget())))
                .ifNoItem()
                .after(time.patience())
                .recoverWithItem(() -> failed(FailureCode.TIMEOUT, "it did not end in the time of the platform"))
                .onFailure(MalformedJsonException.class)
                .recoverWithItem(malformed -> failed(FailureCode.MALFORMED_JSON, "its body is no JSON"))
                .onFailure()
                .recoverWithItem(QueueBatch::unexpected)
                .map(outcome -> isDone(message, outcome));
    }

    /** What nobody thought of takes its own message with it alone. */
    private static TriggeredOutcome unexpected(Throwable reason) {
        return new TriggeredOutcome.Failed(null, Failures.of(reason));
    }

    private static TriggeredOutcome failed(FailureCode code, String detail) {
        return new TriggeredOutcome.Failed(null, Failure.of(code, detail));
    }

    private static boolean isDone(QueueMessage message, TriggeredOutcome outcome) {
        return switch (outcome) {
            case TriggeredOutcome.Done done -> true;
            case TriggeredOutcome.Failed(var pipeline, var failure) -> {
                LOG.warn(line(message, pipeline, failure));
                yield false;
            }
        };
    }

    /** Without the name of a pipeline that there is not: it is whatever the sender has written. */
    static String line(QueueMessage message, @Nullable String pipeline, Failure failure) {
        String told = "Message " + message.id() + " comes back to its queue after " + message.receives() + " receives: "
                + failure.code();
        return pipeline == null || failure.is(FailureCode.PIPELINE_UNDEFINED)
                ? told
                : told + " in pipeline " + pipeline;
    }

    private static Map<String, Object> response(List<List<QueueMessage>> lines) {
        List<Map<String, Object>> failures = lines.stream()
                .flatMap(List::stream)
                .map(message -> Map.<String, Object>of("itemIdentifier", message.id()))
                .toList();
        return Map.of("batchItemFailures", failures);
    }
}
