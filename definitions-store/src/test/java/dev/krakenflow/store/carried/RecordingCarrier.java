package dev.krakenflow.store.carried;

import dev.krakenflow.cast.CastCarrier;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Carries deliveries into a list, or does not answer. A message has the size of its events. Used by one thread. */
final class RecordingCarrier implements CastCarrier {

    final List<CastMessage> sent = new ArrayList<>();
    private boolean away;

    void isAway(boolean now) {
        away = now;
    }

    @Override
    public int limit() {
        return 10;
    }

    @Override
    public int size(CastMessage message) {
        return message.events().stream().mapToInt(event -> event.json().length).sum();
    }

    @Override
    public Uni<Void> send(List<CastMessage> messages) {
        return away
                ? Uni.createFrom().failure(new StoreUnavailableException("away", null))
                : Uni.createFrom().voidItem().invoke(() -> sent.addAll(messages));
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        return Uni.createFrom().item(5);
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return Uni.createFrom().voidItem();
    }
}
