package dev.krakenflow.function.aws.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.json.JsonReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of an SQS queue.
 *
 * @param id names it in the answer; empty where the record has none
 * @param group of a FIFO queue, whose messages run one after another; null: the queue is none
 * @param body as it was sent
 * @param attributes that its sender gave
 * @param receives how often it was received, with this time
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with Amazon SQS</a>
 */
record QueueMessage(
        String id,
        @Nullable String group,
        String body,
        @Nullable Object attributes,
        int receives) {

    /** The attribute that names the pipeline. */
    private static final String PIPELINE = "pipeline";

    /** The attribute by which the routes lead to a pipeline. */
    private static final String TYPE = "type";

    /** The attribute of what the pipeline function itself has cast. */
    private static final String CAST = "kraken-cast";

    static QueueMessage of(Object item) {
        Map<?, ?> fields = item instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> system = fields.get("attributes") instanceof Map<?, ?> map ? map : Map.of();
        return new QueueMessage(
                text(fields, "messageId"),
                system.get("MessageGroupId") instanceof String group ? group : null,
                text(fields, "body"),
                fields.get("messageAttributes"),
                receives(text(system, "ApproximateReceiveCount")));
    }

    /** Whether it brings what was cast. */
    boolean isCast() {
        return MessageAttributes.text(attributes, CAST) != null;
    }

    /**
     * What was cast.
     *
     * @throws dev.krakenflow.cast.MalformedCastException when the body is none
     */
    CastMessage cast() {
        return CastMessage.read(body.getBytes(UTF_8));
    }

    /**
     * What it brings.
     *
     * @throws dev.krakenflow.json.MalformedJsonException when the body is no JSON
     */
    TriggeredEvent event(Duration budget) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("message_id", id);
        if (group != null) {
            message.put("group", group);
        }
        message.put("receives", (long) receives);
        return new TriggeredEvent(
                MessageAttributes.text(attributes, PIPELINE),
                MessageAttributes.text(attributes, TYPE),
                JsonReader.read(body.getBytes(UTF_8)),
                Map.of("sqs", message),
                MessageAttributes.tracing(attributes),
                Budget.of(budget));
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private static int receives(String count) {
        try {
            return count.isEmpty() ? 1 : Integer.parseInt(count);
        } catch (NumberFormatException none) {
            return 1;
        }
    }
}
