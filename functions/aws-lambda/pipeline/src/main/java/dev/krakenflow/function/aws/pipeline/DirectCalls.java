package dev.krakenflow.function.aws.pipeline;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.aws.DirectInvocations;
import dev.krakenflow.function.aws.TimeLeft;
import dev.krakenflow.function.pipeline.MessageCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.util.Map;

/** Calls by direct invocation: the message and the result of {@code kraken-call}; a failure is its problem. */
@Singleton
final class DirectCalls implements DirectInvocations {

    private static final MultiMap NO_HEADERS = MultiMap.caseInsensitiveMultiMap();

    private static final Failure TOO_LATE =
            Failure.of(FailureCode.TIMEOUT, "there was no result in the time of the platform");

    private final MessageCalls calls;

    DirectCalls(MessageCalls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<Object> invoke(Map<?, ?> message, TimeLeft time) {
        return calls.call(message, NO_HEADERS, time.budget())
                .ifNoItem()
                .after(time.patience())
                .recoverWithItem(() -> TOO_LATE.problem());
    }
}
