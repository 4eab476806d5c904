package dev.krakenflow.function.aws;

import com.amazonaws.services.lambda.runtime.Context;
import dev.krakenflow.function.runtime.InvocationEnd;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.json.MalformedJsonException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** Does what a payload of any kind asks for. Blocks, as invocations do. Thread-safe. */
public final class PayloadHandler {

    /** What is not done by then has to say so itself. */
    private static final Duration LAST_WORDS = Duration.ofMillis(50);

    private final HttpPayloads http;
    private final DirectInvocations direct;
    private final EventInvocations events;
    private final List<InvocationEnd> ends;

    PayloadHandler(HttpPayloads http, DirectInvocations direct, EventInvocations events, List<InvocationEnd> ends) {
        this.http = http;
        this.direct = direct;
        this.events = events;
        this.ends = List.copyOf(ends);
    }

    /**
     * Reads a payload, does what it asks for, and writes what Lambda is to be told.
     *
     * @param kind the only one that is taken
     * @throws UnknownPayloadException when nothing known has sent it, or it is of another kind
     * @throws IOException when it cannot be read or answered
     */
    public void handle(InputStream input, OutputStream output, Context context, Class<? extends Payload> kind)
            throws IOException {
        TimeLeft time = TimeLeft.of(context.getRemainingTimeInMillis(), System::nanoTime);
        output.write(JsonWriter.writeBytes(result(input, kind, time)));
    }

    private Object result(InputStream input, Class<? extends Payload> kind, TimeLeft time) throws IOException {
        try {
            return answer(payload(input, kind), time)
                    .await()
                    .atMost(time.patience().plus(LAST_WORDS));
        } finally {
            ends.forEach(InvocationEnd::flush);
        }
    }

    private static Payload payload(InputStream input, Class<? extends Payload> kind) throws IOException {
        Payload payload = Payload.of(read(input));
        if (!kind.isInstance(payload)) {
            throw new UnknownPayloadException("this handler takes " + kind.getSimpleName() + " alone, and it is "
                    + payload.getClass().getSimpleName());
        }
        return payload;
    }

    private static Object read(InputStream input) throws IOException {
        try {
            return JsonReader.read(input.readAllBytes());
        } catch (MalformedJsonException malformed) {
            throw new UnknownPayloadException("it is no JSON");
        }
    }

    private Uni<Object> answer(Payload payload, TimeLeft time) {
        return switch (payload) {
            case Payload.Http request -> http.answer(request, time);
            case Payload.Messages messages -> events.run(messages, time);
            case Payload.Notifications notifications -> events.run(notifications, time);
            case Payload.BusEvent event -> events.run(event, time);
            case Payload.Direct message -> direct.invoke(message.message(), time);
        };
    }
}
