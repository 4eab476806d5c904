package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When the store is asked for what has changed: at most once per refresh, beside events. Only an event that comes after
 * a long silence waits for the answer, and not for long. Thread-safe.
 */
final class PlanChecks {

    private static final int SILENCE = 10;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final DefinitionStore store;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final long refreshNanos;
    private final Function<PipelineChanges, Uni<Void>> reload;

    private @Nullable Position known;
    private @Nullable Uni<Void> running;
    private long lastStart;
    private long lastEnd;
    private long lastEndMillis;

    /** @param clock on the wall: it goes on while the process is frozen, which the scheduler's time may not */
    PlanChecks(
            DefinitionStore store,
            Scheduler scheduler,
            InstantSource clock,
            Duration refresh,
            Function<PipelineChanges, Uni<Void>> reload) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
        this.refreshNanos = refresh.toNanos();
        this.reload = reload;
    }

    /** The store was read at this position: checks begin here, unless they have begun already. */
    synchronized void beginAt(Position position) {
        if (known == null) {
            known = position;
            lastStart = scheduler.nanoTime();
            lastEnd = lastStart;
            lastEndMillis = clock.millis();
        }
    }

    /** Starts a check if one is due. Null: nothing to wait for; else it ends when the event may go on, never failing. */
    @Nullable Uni<Void> beforeUse() {
        Uni<Void> started = null;
        Uni<Void> awaited;
        synchronized (this) {
            if (known == null) {
                return null;
            }
            long now = scheduler.nanoTime();
            boolean silence = now - lastEnd > SILENCE * refreshNanos || isLongAgo(lastEndMillis);
            if (running == null && (silence || now - lastStart >= refreshNanos)) {
                lastStart = now;
                started = check(known);
                running = started;
            }
            awaited = silence ? running : null;
        }
        if (started != null) {
            started.subscribe().with(done -> {}, failed -> {});
        }
        return awaited == null ? null : patient(awaited);
    }

    private boolean isLongAgo(long millis) {
        return clock.millis() - millis > SILENCE * refreshNanos / NANOS_A_MILLI;
    }

    private Uni<Void> check(Position from) {
        return store.changesSince(from)
                .call(changes -> changesAnything(changes)
                        ? reload.apply(changes)
                        : Uni.createFrom().voidItem())
                .invoke(changes -> moveTo(changes.position()))
                .replaceWithVoid()
                .onTermination()
                .invoke(this::ended)
                .memoize()
                .indefinitely();
    }

    private static boolean changesAnything(PipelineChanges changes) {
        return changes.everything() || changes.routing() || !changes.pipelines().equals(Set.of());
    }

    private synchronized void moveTo(Position position) {
        known = position;
    }

    private synchronized void ended() {
        running = null;
        lastEnd = scheduler.nanoTime();
        lastEndMillis = clock.millis();
    }

    private Uni<Void> patient(Uni<Void> check) {
        Uni<Void> patience = Uni.createFrom().emitter(emitter -> {
            var timer = scheduler.after(PATIENCE, () -> emitter.complete(null));
            emitter.onTermination(timer::cancel);
        });
        return Uni.join().first(check.onFailure().recoverWithNull(), patience).toTerminate();
    }
}
