package dev.krakenflow.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.aws.sqs.SqsMessages.Received;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.MalformedCastException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the dead deliveries of one pipeline out of the queue of dead messages and sends them again. That queue cannot be
 * asked for those of one pipeline: all are received, and what is not meant is released in the end. What is sent is deleted
 * behind that, so that it comes twice at worst. Used once.
 */
final class Redrive {

    /** Runs what blocks, away from event loops. */
    interface Workers {
        <T> Uni<T> run(Supplier<T> blocking);
    }

    private static final int MOST_RECEIVED = 5_000;

    /** Well within the time for which nobody else receives what was received, and within what a gateway waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SqsMessages messages;
    private final String dead;
    private final CastStates states;
    private final Function<List<CastMessage>, Uni<Void>> send;
    private final Workers workers;
    private final String pipeline;
    private final List<String> others = new ArrayList<>();
    private int received;
    private int redriven;

    Redrive(
            SqsMessages messages,
            String dead,
            CastStates states,
            Function<List<CastMessage>, Uni<Void>> send,
            Workers workers,
            String pipeline) {
        this.messages = messages;
        this.dead = dead;
        this.states = states;
        this.send = send;
        this.workers = workers;
        this.pipeline = pipeline;
    }

    /** How many events were sent again. */
    Uni<Integer> run() {
        return Uni.createFrom().deferred(() -> {
            long end = System.nanoTime() + PATIENCE.toNanos();
            return piece().repeat()
                    .whilst(count -> count > 0 && received < MOST_RECEIVED && System.nanoTime() < end)
                    .onItem()
                    .ignoreAsUni()
                    .onTermination()
                    .call(this::releaseOthers)
                    .map(done -> redriven);
        });
    }

    /** Some of the queue; gives how many were there. */
    private Uni<Integer> piece() {
        return workers.run(() -> messages.receive(dead)).chain(some -> {
            received += some.size();
            List<CastMessage> casts = new ArrayList<>();
            List<String> handles = new ArrayList<>();
            for (Received message : some) {
                CastMessage cast = read(message.body());
                if (cast != null && cast.pipeline().equals(pipeline)) {
                    casts.add(cast);
                    handles.add(message.handle());
                } else {
                    others.add(message.handle());
                }
            }
            return casts.isEmpty()
                    ? Uni.createFrom().item(some.size())
                    : sendAgain(casts).chain(() -> delete(handles)).replaceWith(some.size());
        });
    }

    private Uni<Void> sendAgain(List<CastMessage> casts) {
        List<String> references =
                casts.stream().flatMap(cast -> cast.references().stream()).toList();
        return states.revive(references).chain(open -> {
            List<CastMessage> again = casts.stream()
                    .map(cast -> eventsOf(cast, open))
                    .flatMap(Optional::stream)
                    .toList();
            return send.apply(again).invoke(() -> redriven += open.size());
        });
    }

    /** Those that are not done meanwhile. */
    private static Optional<CastMessage> eventsOf(CastMessage cast, Set<String> open) {
        List<CastEvent> events = cast.events().stream()
                .filter(event -> open.contains(event.reference()))
                .toList();
        return events.isEmpty() ? Optional.empty() : Optional.of(cast.with(events));
    }

    private Uni<Void> delete(List<String> handles) {
        return workers.run(() -> {
                    messages.delete(dead, handles);
                    return handles;
                })
                .replaceWithVoid();
    }

    /** What is no delivery stays among the dead. */
    private static @Nullable CastMessage read(String body) {
        try {
            return CastMessage.read(body.getBytes(UTF_8));
        } catch (MalformedCastException other) {
            return null;
        }
    }

    private Uni<Void> releaseOthers() {
        return Multi.createFrom()
                .iterable(others)
                .group()
                .intoLists()
                .of(SqsMessages.MOST)
                .onItem()
                .transformToUniAndConcatenate(handles -> workers.run(() -> {
                    messages.release(dead, handles);
                    return handles;
                }))
                .onItem()
                .ignoreAsUni()
                // They come back by themselves a little later.
                .onFailure()
                .recoverWithNull();
    }
}
