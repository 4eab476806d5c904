package dev.krakenflow.function.pipeline.cloudevents;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an event, as the event that answers it.
 *
 * @param answer the same as a call gives; without a body where nothing came out
 * @param source the pipeline that it came out of, or that it led to
 * @param cause the id of the event that it answers; null where that could not be read
 */
record ReplyEvent(Answer answer, URI source, @Nullable String cause) {

    private static final String RESULT = "dev.krakenflow.result";
    private static final String PROBLEM = "dev.krakenflow.problem";

    /** The source of what came out of no pipeline. */
    private static final URI NO_PIPELINE = URI.create("/events");

    ReplyEvent {
        requireNonNull(answer);
        requireNonNull(source);
    }

    /** The reply to an event that could be read. */
    static ReplyEvent of(TriggeredOutcome outcome, String cause) {
        return switch (outcome) {
            case TriggeredOutcome.Done done ->
                new ReplyEvent(
                        done.result() == null ? Answer.empty() : Answer.json(done.result()),
                        source(done.pipeline()),
                        cause);
            case TriggeredOutcome.Failed failed -> failed(failed.failure(), failed.pipeline(), cause);
        };
    }

    /** The reply to what is no event. */
    static ReplyEvent of(Failure failure) {
        return failed(failure, null, null);
    }

    private static ReplyEvent failed(Failure failure, @Nullable String pipeline, @Nullable String cause) {
        return new ReplyEvent(Answer.problem(failure), pipeline == null ? NO_PIPELINE : source(pipeline), cause);
    }

    private static URI source(String pipeline) {
        return URI.create("/pipelines/" + pipeline);
    }

    boolean isEmpty() {
        return answer.body() == null;
    }

    boolean isFailure() {
        return answer.status() >= 400;
    }

    /**
     * The attributes.
     *
     * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/correlation.md">The extension
     *     causationid</a>
     */
    CloudEventBuilder event(InstantSource clock) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(source)
                .withType(isFailure() ? PROBLEM : RESULT)
                .withTime(clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC))
                .withDataContentType(answer.headers().get("content-type"));
        return cause == null ? event : event.withExtension("causationid", cause);
    }
}
