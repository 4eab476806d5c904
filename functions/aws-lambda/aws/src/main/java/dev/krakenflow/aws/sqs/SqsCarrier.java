package dev.krakenflow.aws.sqs;

import dev.krakenflow.cast.CastCarrier;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.DeadCasts;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Sends deliveries to a queue of SQS, and keeps dead ones in another. Blocks threads of its executor only. Thread-safe.
 */
public final class SqsCarrier implements CastCarrier, DeadCasts {

    private static final int AT_ONCE = 8;
    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqsSettings settings;
    private final SqsMessages messages;
    private final CastStates states;
    private final Executor workers;

    SqsCarrier(SqsSettings settings, SqsMessages messages, CastStates states, Executor workers) {
        this.settings = settings;
        this.messages = messages;
        this.states = states;
        this.workers = workers;
    }

    /**
     * A carrier that uses the SDK from when it is needed for the first time.
     *
     * @param workers whose threads may be blocked
     */
    public static SqsCarrier of(SqsSettings settings, CastStates states, Executor workers) {
        // A reference to the constructor would load the class, and classes of the SDK with it, here and now.
        SqsMessages messages = new LazyMessages(() -> new SdkMessages());
        return new SqsCarrier(settings, messages, states, workers);
    }

    @Override
    public int limit() {
        return settings.limit();
    }

    @Override
    public int size(CastMessage message) {
        return MessageText.size(MessageText.of(message));
    }

    @Override
    public Uni<Void> send(List<CastMessage> casts) {
        return Uni.createFrom().deferred(() -> {
            List<String> bodies = casts.stream().map(MessageText::of).toList();
            return Multi.createFrom()
                    .iterable(Batches.of(bodies, settings.limit()))
                    .onItem()
                    .transformToUni(batch -> send(settings.queue(), batch))
                    .merge(AT_ONCE)
                    .onItem()
                    .ignoreAsUni();
        });
    }

    private Uni<Void> send(String queue, List<String> batch) {
        return attempt(queue, batch, 1)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new StoreUnavailableException("SQS takes too long", null));
    }

    private Uni<Void> attempt(String queue, List<String> batch, int attempt) {
        return onWorker(() -> messages.send(queue, batch)).chain(left -> {
            if (left.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            if (attempt == ATTEMPTS) {
                return Uni.createFrom().failure(new StoreUnavailableException("SQS does not take all", null));
            }
            return Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(PAUSE.multipliedBy(attempt))
                    .chain(() -> attempt(queue, some(batch, left), attempt + 1));
        });
    }

    private static List<String> some(List<String> batch, Set<Integer> indexes) {
        return indexes.stream().sorted().map(batch::get).toList();
    }

    @Override
    public Uni<Boolean> keep(CastMessage dead) {
        Optional<String> queue = settings.dead();
        return queue.isEmpty()
                ? Uni.createFrom().item(false)
                : send(queue.get(), List.of(MessageText.of(dead))).replaceWith(true);
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        return settings.dead()
                .map(dead -> new Redrive(messages, dead, states, this::send, this::onWorker, pipeline).run())
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    /** What waits is delivered to a pipeline that is not there, and stands among the dead then until its time is over. */
    @Override
    public Uni<Void> forget(String pipeline) {
        return Uni.createFrom().voidItem();
    }

    private <T> Uni<T> onWorker(Supplier<T> blocking) {
        return Uni.createFrom().item(blocking).runSubscriptionOn(workers);
    }
}
