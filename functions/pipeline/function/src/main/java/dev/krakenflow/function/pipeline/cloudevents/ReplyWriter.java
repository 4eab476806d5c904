package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.function.http.Answer;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.http.HttpMessageFactory;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes replies in the mode in which the events came. Thread-safe. */
final class ReplyWriter {

    private static final String CONTENT_TYPE = "content-type";
    private static final String FAILED = "kraken-failed";

    private final EventFormat format;
    private final InstantSource clock;

    ReplyWriter(EventFormat format, InstantSource clock) {
        this.format = format;
        this.clock = clock;
    }

    /** What a call answers, with the attributes in headers. */
    Answer binary(ReplyEvent reply) {
        if (reply.isEmpty()) {
            return reply.answer();
        }
        Map<String, String> headers = new LinkedHashMap<>(reply.answer().headers());
        HttpMessageFactory.createWriter(
                        (name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value), withoutData -> {})
                .writeBinary(reply.event(clock).build());
        return new Answer(reply.answer().status(), headers, reply.answer().body());
    }

    /** The status of a call, with the event as the body. */
    Answer structured(ReplyEvent reply) {
        if (reply.isEmpty()) {
            return reply.answer();
        }
        Map<String, String> headers = new LinkedHashMap<>(reply.answer().headers());
        headers.put(CONTENT_TYPE, ContentMode.EVENT);
        return new Answer(reply.answer().status(), headers, json(reply));
    }

    /** 200 with the events that there are; a header says how many of them are problems. */
    Answer batch(List<ReplyEvent> replies) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        events.write('[');
        for (ReplyEvent reply : replies) {
            if (reply.isEmpty()) {
                continue;
            }
            if (events.size() > 1) {
                events.write(',');
            }
            events.writeBytes(json(reply));
        }
        events.write(']');
        Answer answer = new Answer(200, Map.of(CONTENT_TYPE, ContentMode.BATCH), events.toByteArray());
        long failed = replies.stream().filter(ReplyEvent::isFailure).count();
        return failed == 0 ? answer : answer.with(FAILED, Long.toString(failed));
    }

    private byte[] json(ReplyEvent reply) {
        CloudEvent event = reply.event(clock).withData(reply.answer().bytes()).build();
        return format.serialize(event);
    }
}
