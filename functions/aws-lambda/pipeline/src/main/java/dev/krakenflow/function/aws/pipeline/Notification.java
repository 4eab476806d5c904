package dev.krakenflow.function.aws.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.json.JsonReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads notifications of SNS topics.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Using Lambda with Amazon SNS</a>
 */
final class Notification {

    /** The attribute by which the routes lead to a pipeline. */
    private static final String TYPE = "type";

    private Notification() {}

    /**
     * The event of a record.
     *
     * @throws dev.krakenflow.json.MalformedJsonException when its message is no JSON
     */
    static TriggeredEvent event(Object item, Duration budget) {
        Map<?, ?> sns = item instanceof Map<?, ?> map && map.get("Sns") instanceof Map<?, ?> inner ? inner : Map.of();
        Object attributes = sns.get("MessageAttributes");
        Map<String, Object> trigger = new LinkedHashMap<>();
        put(trigger, "message_id", sns.get("MessageId"));
        put(trigger, "topic", sns.get("TopicArn"));
        put(trigger, "subject", sns.get("Subject"));
        Object message = sns.get("Message");
        return new TriggeredEvent(
                null,
                MessageAttributes.text(attributes, TYPE),
                JsonReader.read((message instanceof String text ? text : "").getBytes(UTF_8)),
                Map.of("sns", trigger),
                MessageAttributes.tracing(attributes),
                Budget.of(budget));
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value instanceof String) {
            map.put(key, value);
        }
    }
}
