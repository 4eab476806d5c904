package dev.krakenflow.function.admin;

import dev.krakenflow.cast.CastQueue;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Lets the events run again that were cast to a pipeline and failed as often as they may; says how many there are. */
final class RedriveOperation implements Operation {

    private final Definitions definitions;
    private final CastQueue casts;

    RedriveOperation(Definitions definitions, CastQueue casts) {
        this.definitions = definitions;
        this.casts = casts;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return definitions
                .get(request.key())
                .chain(found -> casts.redrive(request.key().name()))
                .map(redriven -> Map.of("ok", redriven));
    }
}
