package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.failure.Failure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a service function on its way: what its attempts share. Made anew for each subscription. */
final class CallFrame {
    private final CallSite site;
    private int attempts;
    private int calls;

    CallFrame(CallSite site) {
        this.site = site;
    }

    CallSite site() {
        return site;
    }

    /** Another attempt begins, with its {@code prepare}. */
    void attempt() {
        attempts++;
    }

    /** What was prepared goes to the client. */
    void called() {
        calls++;
        site.observer().called(calls);
    }

    /** The client found that nothing could be sent. */
    void notCalled() {
        calls--;
    }

    /** The number of calls made. */
    int calls() {
        return calls;
    }

    /** What the expressions of the function are given. */
    Evaluation evaluation() {
        return evaluation((Map<String, Object>) null);
    }

    /** What the function's {@code error} is evaluated with. */
    Evaluation evaluation(Failure failure) {
        return evaluation(ErrorVariable.of(failure));
    }

    private Evaluation evaluation(@Nullable Map<String, Object> error) {
        Variables variables = new Variables(site.origin(), site.component(), attempts, site.args(), error);
        return new Evaluation(variables, site.deadline().atNanos());
    }
}
