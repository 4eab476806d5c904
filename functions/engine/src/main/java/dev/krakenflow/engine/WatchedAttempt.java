package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;

/** Tells the observer of a call how an attempt ended; there only where somebody watches. */
record WatchedAttempt(Call call) implements Call {

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return call.call(frame, deadline)
                .onTermination()
                .invoke((item, thrown, cancelled) -> frame.ended(thrown, cancelled));
    }
}
