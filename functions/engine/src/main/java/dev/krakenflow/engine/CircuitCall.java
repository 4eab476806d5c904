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
            return call.call(frame, deadline)
                    .onTermination()
                    .invoke((item, thrown, cancelled) -> pass.ends(end(thrown, cancelled)));
        });
    }

    private static End end(Throwable thrown, boolean cancelled) {
        if (cancelled) {
            return End.NEITHER;
        }
        return thrown == null ? End.SUCCEEDED : end(Failures.of(thrown, STEP));
    }

    private static End end(RunException failed) {
        Failure failure = failed.failure();
        if (failed.over() != null) {
            return End.NEITHER;
        }
        if (FAILURES.match(failure)) {
            return End.FAILED;
        }
        return ANSWERS.match(failure) ? End.SUCCEEDED : End.NEITHER;
    }
}
