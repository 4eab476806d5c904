package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A consumer that is given what a test says, and remembers what it was told. Used by one thread. */
public final class ScriptedConsumer implements CastConsumer {

    /**
     * What was told of one delivery.
     *
     * @param number of the delivery
     */
    public record Settled(int number, Map<String, CastState> states, Duration again) {}

    public final List<Settled> settled = new ArrayList<>();
    public int woken;
    public boolean away;
    public boolean closed;

    private @Nullable UniEmitter<? super List<Delivery>> taking;
    private @Nullable Room room;
    private int references;

    /** The room of the take that waits; null when none does. */
    public @Nullable Room room() {
        return taking == null ? null : room;
    }

    /** Gives deliveries to the take that waits. */
    public void give(Delivery... deliveries) {
        UniEmitter<? super List<Delivery>> waiting = taking;
        taking = null;
        waiting.complete(List.of(deliveries));
    }

    /** A delivery of events, each given as its caller sent it. */
    public Delivery delivery(String pipeline, int number, Object... events) {
        List<CastEvent> casts = new ArrayList<>();
        for (Object event : events) {
            String reference = "%032x".formatted(references++);
            casts.add(new CastEvent(reference, JsonWriter.writeBytes(event), null, null));
        }
        return new Delivery("d" + references, pipeline, casts, number, Map.of());
    }

    @Override
    public Uni<List<Delivery>> take(Room newRoom) {
        return Uni.createFrom().emitter(emitter -> {
            if (away) {
                emitter.fail(new StoreUnavailableException("away", null));
                return;
            }
            room = newRoom;
            taking = emitter;
        });
    }

    @Override
    public void wake() {
        woken++;
    }

    @Override
    public Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again) {
        return Uni.createFrom().deferred(() -> {
            if (away) {
                return Uni.createFrom().failure(new StoreUnavailableException("away", null));
            }
            settled.add(new Settled(delivery.number(), states, again));
            return Uni.createFrom().voidItem();
        });
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().voidItem().invoke(() -> closed = true);
    }
}
