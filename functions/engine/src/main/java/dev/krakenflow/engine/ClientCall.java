package dev.krakenflow.engine;

import dev.krakenflow.engine.client.ClientFunction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** One attempt: {@code prepare}, then the client. */
record ClientCall(@Nullable TemplateField prepare, OpenFunction function) implements Call {

    @Override
    public Uni<Object> call(CallFrame frame, Deadline deadline) {
        return Uni.createFrom().deferred(() -> attempt(frame, deadline));
    }

    private Uni<Object> attempt(CallFrame frame, Deadline deadline) {
        Object args = frame.site().args();
        Object prepared = prepare == null ? args : prepare.object(args, frame.evaluation());
        ClientFunction open = function.open();
        frame.called(open, prepared);
        Uni<Object> answer = open.call(prepared, frame.context(deadline));
        Effects effects = frame.site().effects();
        return effects == null ? answer : effects.of(answer);
    }
}
