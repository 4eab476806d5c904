package dev.krakenflow.engine;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a service function on its way: what its attempts share. Made anew for each subscription. */
final class CallFrame {
    private final CallSite site;
    private final CallObserver observer;
    private Map<String, String> tracing;
    private @Nullable String idempotencyKey;
    private int attempt = 1;
    private int calls;
    private boolean retried;
    private boolean repeatable;
    private boolean underWay;

    CallFrame(CallSite site, CallObserver observer) {
        this.site = site;
        this.observer = observer;
        this.tracing = site.tracing();
    }

    /** Of a call that may go on without the path that makes it. */
    CallFrame unwatched() {
        return new CallFrame(site.unwatched(), observer);
    }

    CallSite site() {
        return site;
    }

    /** Every attempt is sent with this key. */
    void identified(String key) {
        idempotencyKey = key;
    }

    /** An attempt begins that may be followed by another, from 1. */
    void tries(int number) {
        attempt = number;
        retried = true;
    }

    /** What was prepared goes to the client. */
    void called(ClientFunction function, Object prepared) {
        repeatable = retried && (idempotencyKey != null || function.repeatable(prepared));
        calls++;
        underWay = true;
        site.observer().called(calls);
        tracing = observer.begins(calls, site.tracing());
    }

    /** An attempt is over, if it began at all. */
    void ended(@Nullable Throwable thrown, boolean cancelled) {
        if (!underWay) {
            return;
        }
        underWay = false;
        if (cancelled) {
            observer.isCancelled();
        } else {
            observer.ends(thrown == null ? null : Failures.of(thrown, Call.STEP).failure());
        }
    }

    /** What the cache did for the call. */
    void cached(CacheUse use) {
        observer.cached(use);
    }

    /** Somebody else made so many calls of which this one has the answer, if there is one. */
    void shares(int number) {
        calls = number;
        if (number > 0) {
            site.observer().called(number);
        }
    }

    /** The client found that nothing could be sent. */
    void notCalled() {
        calls--;
    }

    /** The number of calls made. */
    int calls() {
        return calls;
    }

    /** Whether it is safe to make the last call again. */
    boolean isRepeatable() {
        return calls == 0 || repeatable;
    }

    /** What the client may know. */
    CallContext context(Deadline deadline) {
        return new CallContext(deadline.atNanos(), tracing, idempotencyKey);
    }

    /** What the expressions of the function are given. */
    Evaluation evaluation() {
        return evaluation((Map<String, Object>) null);
    }

    /** What expressions of the function that see {@code $error} are evaluated with. */
    Evaluation evaluation(Failure failure) {
        return evaluation(ErrorVariable.of(failure));
    }

    private Evaluation evaluation(@Nullable Map<String, Object> error) {
        Variables variables = new Variables(site.origin(), site.component(), attempt, site.args(), error);
        return new Evaluation(variables, site.deadline().atNanos());
    }
}
