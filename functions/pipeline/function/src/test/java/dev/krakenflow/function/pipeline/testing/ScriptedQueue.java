package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastState;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A queue that takes all casts, unless a test says otherwise. Thread-safe after it was told. */
public final class ScriptedQueue implements CastQueue {

    public final List<Cast> casts = new ArrayList<>();

    private Function<Cast, Uni<Acceptance>> answer = cast -> Uni.createFrom().item(accepted(cast));

    /** What is answered to a cast, from now on. */
    public void answers(Function<Cast, Uni<Acceptance>> newAnswer) {
        answer = newAnswer;
    }

    /** That a cast was taken. */
    public static Acceptance accepted(Cast cast) {
        return new Acceptance.Accepted(
                cast.events().stream().map(CastEvent::reference).toList());
    }

    @Override
    public Uni<Acceptance> offer(Cast cast) {
        return Uni.createFrom().deferred(() -> {
            casts.add(cast);
            return answer.apply(cast);
        });
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        throw new UnsupportedOperationException("is offered casts only");
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        throw new UnsupportedOperationException("is offered casts only");
    }

    @Override
    public Uni<Map<String, CastDepth>> depths() {
        throw new UnsupportedOperationException("is offered casts only");
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        throw new UnsupportedOperationException("is offered casts only");
    }
}
