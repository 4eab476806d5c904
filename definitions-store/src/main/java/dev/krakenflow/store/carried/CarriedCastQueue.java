package dev.krakenflow.store.carried;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastCarrier;
import dev.krakenflow.cast.CastClaim;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CastQueue} whose events are carried elsewhere, while what is known of them is kept here. It does not know how many
 * wait: there is always room, and no depth. Thread-safe.
 */
public final class CarriedCastQueue implements CastQueue {

    private final CastStates states;
    private final CastCarrier carrier;

    public CarriedCastQueue(CastStates states, CastCarrier carrier) {
        this.states = states;
        this.carrier = carrier;
    }

    @Override
    public Uni<Acceptance> offer(Cast cast) {
        return Uni.createFrom().deferred(() -> {
            List<Integer> large = tooLarge(cast);
            return large.isEmpty()
                    ? states.begin(cast).chain(beginning -> send(cast, beginning))
                    : Uni.createFrom().item(new Acceptance.TooLarge(large, carrier.limit()));
        });
    }

    private List<Integer> tooLarge(Cast cast) {
        List<CastMessage> messages = messages(cast, cast.events());
        List<Integer> large = IntStream.range(0, messages.size())
                .filter(i -> carrier.size(messages.get(i)) > carrier.limit())
                .boxed()
                .toList();
        return cast.together() && !large.isEmpty()
                ? IntStream.range(0, cast.events().size()).boxed().toList()
                : large;
    }

    private Uni<Acceptance> send(Cast cast, CastClaim beginning) {
        return switch (beginning) {
            case CastClaim.Mismatch(int index) -> Uni.createFrom().item(new Acceptance.Mismatch(index));
            case CastClaim.Begun begun -> {
                Acceptance accepted = new Acceptance.Accepted(begun.references());
                yield begun.unsent().isEmpty()
                        ? Uni.createFrom().item(accepted)
                        : carrier.send(messages(cast, begun.unsent()))
                                .chain(() -> sent(begun.unsent()))
                                .replaceWith(accepted);
            }
        };
    }

    /** Where nobody can offer an event again nobody asks, and who is not told sends it twice at worst. */
    private Uni<Void> sent(List<CastEvent> events) {
        List<String> again = events.stream()
                .filter(event -> event.once() != null)
                .map(CastEvent::reference)
                .toList();
        return again.isEmpty()
                ? Uni.createFrom().voidItem()
                : states.sent(again).onFailure(StoreUnavailableException.class).recoverWithNull();
    }

    private static List<CastMessage> messages(Cast cast, List<CastEvent> events) {
        if (cast.together()) {
            return List.of(new CastMessage(cast.pipeline(), events, cast.tracing()));
        }
        return events.stream()
                .map(event -> new CastMessage(cast.pipeline(), List.of(event), cast.tracing()))
                .toList();
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        return states.find(reference);
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        return carrier.redrive(pipeline);
    }

    @Override
    public Uni<Map<String, CastDepth>> depths() {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return carrier.forget(pipeline);
    }
}
