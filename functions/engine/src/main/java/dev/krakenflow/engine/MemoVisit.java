package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.memo.MemoKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One event in a composer that remembers something: a place in the queue, the lease if there must be one, the memo, what
 * is prepared, called and composed with it, and the write, which is refused when somebody else has written meanwhile.
 * Then it begins again with the memo. The service is called again only when its args have changed, and never under a
 * lease: where that was lost, the event fails.
 */
final class MemoVisit {
    /** How long a lease lasts after the run that holds it must be over. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final RememberingComposerRunner composer;
    private final Path path;
    private final Scheduler scheduler;
    private final MemoSource source;
    private final MemoKey key;
    private final @Nullable MemoLease lease;
    private final MemoQueues.Place place;

    private int conflicts;
    private @Nullable Map<String, Object> args;
    private @Nullable Object result;

    MemoVisit(RememberingComposerRunner composer, Path path) {
        this.composer = composer;
        this.path = path;
        this.scheduler = path.run().scheduler();
        this.source = path.run().memos(composer.memo().memo().scope());
        this.key = composer.memo().keyOf(path.event(), path.evaluation());
        this.lease = composer.memo().memo().leased() ? source.lease(key) : null;
        this.place = source.queues().join(key);
    }

    int start() {
        path.visit().holds(this::release);
        return path.await(place.turn(path.visit().deadline()), first -> lease());
    }

    private void release() {
        if (lease != null) {
            lease.release();
        }
        place.leave();
    }

    private int lease() {
        if (lease == null) {
            return read();
        }
        Duration time = path.visit().deadline().left(scheduler.nanoTime()).plus(MARGIN);
        return path.await(
                place.asks(lease.take(time)),
                taken -> Boolean.TRUE.equals(taken)
                        ? read()
                        : again(composer.backoff().poll(), this::lease));
    }

    private int read() {
        return path.await(place.asks(source.read(key)), read -> remembered((MemoSource.Read) requireNonNull(read)));
    }

    private int remembered(MemoSource.Read read) {
        Map<String, Object> event = path.event();
        Object memo = read.value();
        if (memo == null) {
            memo = composer.memo().initial().value(event, path.evaluation());
        }
        Evaluation evaluation = with(memo);
        if (composer.condition() != null && !composer.condition().holds(event, evaluation)) {
            path.visit().skips();
            return composer.component().next();
        }
        if (args == null || composer.preparesAgain()) {
            prepared(composer.prepare() == null ? event : composer.prepare().object(event, evaluation));
        }
        return result == null ? call(read, evaluation) : compose(result, read, evaluation);
    }

    /** @throws RunException {@code memo-conflict} when the call may not be made again */
    private void prepared(Map<String, Object> now) {
        boolean same = now.equals(args);
        args = now;
        if (same || result == null) {
            return;
        }
        if (lease != null) {
            throw conflict();
        }
        result = null;
    }

    private int call(MemoSource.Read read, Evaluation evaluation) {
        Map<String, Object> prepared = requireNonNull(args);
        FunctionRunner function = composer.function();
        if (function == null) {
            return compose(prepared, read, evaluation);
        }
        return path.await(function.call(path.callOf(prepared)), answer -> {
            result = answer;
            return compose(answer, read, evaluation);
        });
    }

    private int compose(@Nullable Object from, MemoSource.Read read, Evaluation evaluation) {
        ComposeField.Composed composed = composer.compose().of(from, evaluation, path.run());
        int next = composer.component().next();
        Object memo = composed.memo();
        if (memo == null) {
            return path.split(composed.events(), next);
        }
        Uni<Boolean> written =
                source.replace(key, read, memo, composer.memo().memo().ttl());
        return path.await(
                place.asks(written),
                done -> Boolean.TRUE.equals(done)
                        ? path.split(composed.events(), next)
                        : again(composer.backoff().after(++conflicts), this::read));
    }

    /** Tries a step again after a pause, unless the time is over before. */
    private int again(Duration pause, IntSupplier step) {
        if (pause.compareTo(path.visit().deadline().left(scheduler.nanoTime())) >= 0) {
            throw conflict();
        }
        Uni<Boolean> over = Uni.createFrom().emitter(emitter -> {
            Cancellable timer = scheduler.after(pause, () -> emitter.complete(true));
            emitter.onTermination(timer::cancel);
        });
        return path.await(over, it -> step.getAsInt());
    }

    private Evaluation with(@Nullable Object memo) {
        Evaluation evaluation = path.evaluation();
        return new Evaluation(new MemoVariables(evaluation.variables(), memo), evaluation.deadlineNanos());
    }

    private static RunException conflict() {
        String detail = "others changed or held the memo for as long as there was time";
        Failure failure = Failure.of(FailureCode.MEMO_CONFLICT, detail);
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(MemoSource.STEP)), null);
    }
}
