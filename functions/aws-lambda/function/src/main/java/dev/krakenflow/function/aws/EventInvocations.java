package dev.krakenflow.function.aws;

import io.smallrye.mutiny.Uni;

/** What one of the functions does with events that triggers bring. Thread-safe. */
public interface EventInvocations {

    /** Messages of a queue; gives which of them failed, as Lambda wants to know it: a partial batch response. Never fails. */
    Uni<Object> run(Payload.Messages messages, TimeLeft time);

    /** Notifications of topics; fails when one of them did. */
    Uni<Object> run(Payload.Notifications notifications, TimeLeft time);

    /** An event of a bus; fails when it did. */
    Uni<Object> run(Payload.BusEvent event, TimeLeft time);
}
