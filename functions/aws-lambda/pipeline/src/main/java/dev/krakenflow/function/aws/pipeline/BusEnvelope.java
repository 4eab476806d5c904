package dev.krakenflow.function.aws.pipeline;

import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.json.JsonNull;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads events of EventBridge: {@code detail} is the event, {@code detail-type} its type. A rule can name the pipeline by an
 * input transformer that puts {@code pipeline} beside them.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">Event structure</a>
 */
final class BusEnvelope {

    private static final List<String> SHOWN = List.of("id", "source", "detail-type", "time");

    private BusEnvelope() {}

    /** The event of an envelope. */
    static TriggeredEvent event(Map<?, ?> envelope, Duration budget) {
        Map<String, Object> trigger = new LinkedHashMap<>();
        for (String key : SHOWN) {
            if (envelope.get(key) instanceof String text) {
                trigger.put(key.replace('-', '_'), text);
            }
        }
        Object detail = envelope.get("detail");
        return new TriggeredEvent(
                envelope.get("pipeline") instanceof String pipeline ? pipeline : null,
                envelope.get("detail-type") instanceof String type ? type : null,
                detail == null ? JsonNull.VALUE : detail,
                Map.of("eventbridge", trigger),
                Map.of(),
                Budget.of(budget));
    }
}
