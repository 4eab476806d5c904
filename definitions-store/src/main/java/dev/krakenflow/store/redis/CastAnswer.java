package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.Delivery;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Redis answers a consumer that asks for deliveries.
 *
 * @param woken the last entry of the stream that wakes
 * @param due after what time something comes again; null: nothing does
 */
record CastAnswer(String woken, @Nullable Duration due, List<Delivery> deliveries) {

    private static final int HEAD = 4;
    private static final int EVENT = 3;

    static CastAnswer of(Response answer) {
        long due = Answers.number(answer.get(1));
        List<Delivery> deliveries =
                answer.get(2).stream().map(CastAnswer::delivery).toList();
        return new CastAnswer(answer.get(0).toString(), due < 0 ? null : Duration.ofMillis(due), deliveries);
    }

    private static Delivery delivery(Response fields) {
        List<CastEvent> events = new ArrayList<>();
        for (int i = HEAD; i + EVENT <= fields.size(); i += EVENT) {
            Response key = fields.get(i + 2);
            events.add(new CastEvent(
                    fields.get(i).toString(), fields.get(i + 1).toBytes(), key == null ? null : key.toString(), null));
        }
        return new Delivery(
                fields.get(0).toString(),
                RedisKeys.name(fields.get(1).toString()),
                events,
                (int) Answers.number(fields.get(2)),
                CastTracing.headers(fields.get(HEAD - 1).toString()));
    }
}
