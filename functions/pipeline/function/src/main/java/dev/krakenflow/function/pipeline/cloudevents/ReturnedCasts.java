package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.MalformedCastException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import dev.krakenflow.function.runtime.broker.CastEvents;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Runs what a Broker brings back of what was cast into it. Thread-safe. */
final class ReturnedCasts {

    private final boolean carried;
    private final Function<CastMessage, Uni<Boolean>> casts;

    /**
     * @param carried whether a Broker carries casts; where none does, nobody else is believed to
     * @param casts runs a delivery, and says whether it need not come again
     */
    ReturnedCasts(boolean carried, Function<CastMessage, Uni<Boolean>> casts) {
        this.carried = carried;
        this.casts = casts;
    }

    /** Whether an event is one of these. */
    boolean has(ReceivedEvent event) {
        return carried && event.attributes().getType().equals(CastEvents.TYPE);
    }

    /**
     * Runs the events of a delivery. What came out of them is known by their references; the Broker is told whether to bring
     * them again.
     */
    Uni<TriggeredOutcome> run(ReceivedEvent event) {
        CastMessage message = message(event);
        return casts.apply(message)
                .map(settled -> settled
                        ? new TriggeredOutcome.Done(message.pipeline(), null)
                        : new TriggeredOutcome.Failed(message.pipeline(), comesAgain(message.pipeline())));
    }

    private static CastMessage message(ReceivedEvent event) {
        try {
            return CastMessage.read(JsonWriter.writeBytes(event.data()));
        } catch (MalformedCastException none) {
            throw RequestException.invalid(String.valueOf(none.getMessage()));
        }
    }

    private static Failure comesAgain(String pipeline) {
        return Failure.of(FailureCode.QUEUE_UNAVAILABLE, "not all of it is done or dead; bring it again")
                .at(new FailurePlace(pipeline, null, null, null, null, null, null));
    }
}
