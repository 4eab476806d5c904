package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;

/** Makes no more calls in a time than this process may. */
record LimitedCall(Quota quota, Call call) implements Call {

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().deferred(() -> {
            quota.take();
            return call.call(frame, deadline);
        });
    }
}
