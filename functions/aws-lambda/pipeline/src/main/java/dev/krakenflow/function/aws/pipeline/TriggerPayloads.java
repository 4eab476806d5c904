package dev.krakenflow.function.aws.pipeline;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.aws.EventInvocations;
import dev.krakenflow.function.aws.Payload;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.function.pipeline.DeliveredCasts;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.function.pipeline.TriggeredEvents;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.MalformedJsonException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/** Runs what queues, topics and buses bring. */
@Singleton
final class TriggerPayloads implements EventInvocations {

    private final TriggeredEvents events;
    private final QueueBatch batch;

    /** @param casts not made before something that was cast comes */
    TriggerPayloads(TriggeredEvents events, Instance<DeliveredCasts> casts) {
        this.events = events;
        this.batch = new QueueBatch(events::run, cast -> casts.get().run(cast));
    }

    @Override
    public Uni<Object> run(Payload.Messages messages, TimeLeft time) {
        return batch.run(messages.records(), time).map(response -> response);
    }

    @Override
    public Uni<Object> run(Payload.Notifications notifications, TimeLeft time) {
        List<Supplier<TriggeredEvent>> brought = notifications.records().stream()
                .<Supplier<TriggeredEvent>>map(item -> () -> Notification.event(item, time.budget()))
                .toList();
        return all(brought, time);
    }

    @Override
    public Uni<Object> run(Payload.BusEvent event, TimeLeft time) {
        return all(List.of(() -> BusEnvelope.event(event.envelope(), time.budget())), time);
    }

    /** All of them, also where some fail: then the invocation does. */
    private Uni<Object> all(List<Supplier<TriggeredEvent>> brought, TimeLeft time) {
        return Multi.createFrom()
                .iterable(brought)
                .onItem()
                .transformToUni(event -> run(event, time))
                .merge(brought.size())
                .collect()
                .asList()
                .map(outcomes -> {
                    List<Failure> failures = outcomes.stream()
                            .filter(TriggeredOutcome.Failed.class::isInstance)
                            .map(outcome -> ((TriggeredOutcome.Failed) outcome).failure())
                            .toList();
                    if (!failures.isEmpty()) {
                        throw new FailedEventsException(outcomes.size(), failures);
                    }
                    return JsonNull.VALUE;
                });
    }

    private Uni<TriggeredOutcome> run(Supplier<TriggeredEvent> event, TimeLeft time) {
        return Uni.createFrom()
                .deferred(() -> events.run(event.get()))
                .ifNoItem()
                .after(time.patience())
                .recoverWithItem(() -> failed(FailureCode.TIMEOUT, "it did not end in the time of the platform"))
                .onFailure(MalformedJsonException.class)
                .recoverWithItem(malformed -> failed(FailureCode.MALFORMED_JSON, "its message is no JSON"))
                .onFailure()
                .recoverWithItem(reason -> new TriggeredOutcome.Failed(null, Failures.of(reason)));
    }

    private static TriggeredOutcome failed(FailureCode code, String detail) {
        return new TriggeredOutcome.Failed(null, Failure.of(code, detail));
    }
}
