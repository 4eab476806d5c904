package dev.krakenflow.engine;

import dev.krakenflow.engine.Circuit.End;
import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Asks a circuit before a call, and tells it what became of the call. */
record CircuitCall(Circuit circuit, Call call) implements Call {
    private static final CodePatterns FAILURES =
            new CodePatterns(Set.of("http.5xx", "communication", "timeout", "bad-response"));
    private static final CodePatterns ANSWERS = new CodePatterns(Set.of("http.4xx"));

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            Circuit.Pass pass = circuit.enter();
            int before = frame.calls();
            return call.call(frame, deadline)
                    .onTermination()
                    .invoke((item, thrown, cancelled) ->
                            pass.ends(cancelled ? End.NEITHER : end(thrown, frame.calls() > before)));
        });
    }

    private static End end(Throwable thrown, boolean called) {
        if (thrown == null) {
            return End.SUCCEEDED;
        }
        RunException failed = Failures.of(thrown, STEP);
        Failure failure = failed.failure();
        if (FAILURES.match(failure)) {
            // A stage's time can end before anything is sent, while the call waits for its turn.
            return called || failed.over() == null ? End.FAILED : End.NEITHER;
        }
        return ANSWERS.match(failure) ? End.SUCCEEDED : End.NEITHER;
    }
}
