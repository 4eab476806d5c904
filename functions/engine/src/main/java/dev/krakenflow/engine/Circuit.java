package dev.krakenflow.engine;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Breaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;

/**
 * The circuit breaker of a service, or of one of its functions: closed, it counts what becomes of calls; open, it refuses
 * them; half-open, it lets some pass, closes when all of them succeed and opens again when one fails. What becomes of a
 * call counts only while the circuit is as it was when the call began. Belongs to the process. Thread-safe.
 */
final class Circuit {

    /** What the state machine is told of failures: it logs what it is told. */
    private static final RuntimeException FAILED =
            ClientException.inCall(Failure.of(FailureCode.COMMUNICATION, "a call that counts as failed"), null);

    private final CircuitBreaker breaker;
    private final Scheduler scheduler;
    private final Duration delay;
    private final int successesToClose;

    private State state = State.CLOSED;
    private Instant since;
    private long sinceNanos;
    private long changes;
    private int successes;

    Circuit(Breaker policy, Scheduler scheduler) {
        this.scheduler = scheduler;
        this.delay = Duration.ofMillis(Math.max(1, NANOSECONDS.toMillis(Deadline.nanos(policy.delay()))));
        this.successesToClose = policy.successThreshold();
        this.breaker = CircuitBreaker.of("", config(policy));
        this.since = scheduler.now();
        this.sinceNanos = scheduler.nanoTime();
    }

    private CircuitBreakerConfig config(Breaker policy) {
        float percent = (float) Math.min(100, policy.failureRatio() * 100);
        return CircuitBreakerConfig.custom()
                .slidingWindow(policy.requestVolume(), policy.requestVolume(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(Math.max(Float.MIN_VALUE, percent))
                .permittedNumberOfCallsInHalfOpenState(policy.successThreshold())
                .waitDurationInOpenState(delay)
                .clock(new SchedulerClock(scheduler))
                .build();
    }

    /**
     * Lets a call pass, which must say what becomes of it.
     *
     * @throws ClientException {@code circuit-open}
     */
    synchronized Pass enter() {
        boolean passes = breaker.tryAcquirePermission();
        noteChange();
        if (!passes) {
            throw refusal();
        }
        return new Pass();
    }

    /** What it does now. */
    synchronized CircuitState state() {
        return switch (state) {
            case OPEN ->
                waited().compareTo(delay) > 0
                        ? new CircuitState(CircuitState.Position.HALF_OPEN, since.plus(delay))
                        : new CircuitState(CircuitState.Position.OPEN, since);
            case HALF_OPEN -> new CircuitState(CircuitState.Position.HALF_OPEN, since);
            default -> new CircuitState(CircuitState.Position.CLOSED, since);
        };
    }

    private Duration waited() {
        return Duration.ofNanos(scheduler.nanoTime() - sinceNanos);
    }

    private ClientException refusal() {
        Duration left = state == State.OPEN ? delay.minus(waited()) : Duration.ZERO;
        String detail = "calls of this service failed too often, so that none is made for a while";
        return ClientException.inCall(
                Failure.of(FailureCode.CIRCUIT_OPEN, detail).withRetryAfter(left), null);
    }

    private void noteChange() {
        if (state != breaker.getState()) {
            state = breaker.getState();
            since = scheduler.now();
            sinceNanos = scheduler.nanoTime();
            changes++;
            successes = 0;
        }
    }

    /** What became of a call. */
    enum End {
        SUCCEEDED,
        FAILED,
        /** The service has nothing to do with it. */
        NEITHER
    }

    /** One call that was let pass. Thread-safe. */
    final class Pass {
        private final long entered = changes;
        private boolean over;

        /** Says what became of it; not only once. */
        void ends(End end) {
            synchronized (Circuit.this) {
                if (!over && entered == changes) {
                    tell(end);
                    noteChange();
                }
                over = true;
            }
        }

        private void tell(End end) {
            switch (end) {
                case SUCCEEDED -> succeeded();
                case FAILED -> failed();
                case NEITHER -> breaker.releasePermission();
            }
        }

        private void succeeded() {
            if (state != State.HALF_OPEN) {
                breaker.onSuccess(0, NANOSECONDS);
            } else if (++successes == successesToClose) {
                breaker.transitionToClosedState();
            }
        }

        private void failed() {
            if (state == State.HALF_OPEN) {
                breaker.transitionToOpenState();
            } else {
                breaker.onError(0, NANOSECONDS, FAILED);
            }
        }
    }
}
