package dev.krakenflow.engine.testing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;

/** Calls that wait until a test answers them. */
public final class ScriptedAnswers {

    /** The calls that wait, oldest first; answered ones stay. */
    public final List<UniEmitter<? super Object>> waiting = new ArrayList<>();

    /** What a function of {@link ScriptedClients} does. */
    public Uni<Object> wait(Object args) {
        return Uni.createFrom().emitter(waiting::add);
    }
}
