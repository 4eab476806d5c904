package dev.krakenflow.function.aws.admin;

import dev.krakenflow.function.aws.EventInvocations;
import dev.krakenflow.function.aws.Payload;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.aws.UnknownPayloadException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Events are for the pipeline function: whoever leads them here has made a mistake. */
@Singleton
final class NoEvents implements EventInvocations {

    @Override
    public Uni<Object> run(Payload.Messages messages, TimeLeft time) {
        return refused("messages of SQS");
    }

    @Override
    public Uni<Object> run(Payload.Notifications notifications, TimeLeft time) {
        return refused("notifications of SNS");
    }

    @Override
    public Uni<Object> run(Payload.BusEvent event, TimeLeft time) {
        return refused("an event of EventBridge");
    }

    private static Uni<Object> refused(String what) {
        return Uni.createFrom()
                .failure(() -> new UnknownPayloadException("the admin function takes no events, and it is " + what));
    }
}
