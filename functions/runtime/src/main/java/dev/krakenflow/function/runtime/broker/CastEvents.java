package dev.krakenflow.function.runtime.broker;

import dev.krakenflow.cast.CastMessage;
import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A delivery as a CloudEvent in binary mode: its attributes are headers, its data is the body.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP protocol
 *     binding 1.0.2</a>
 */
public final class CastEvents {

    /** The type of the CloudEvent; its data is a {@link CastMessage}. */
    public static final String TYPE = "dev.krakenflow.cast";

    private static final List<String> TRACING = List.of("traceparent", "tracestate");

    private CastEvents() {}

    /** The subject is the pipeline, so that a Trigger can tell pipelines apart. */
    static MultiMap headers(CastMessage message) {
        String pipeline = URLEncoder.encode(message.pipeline(), StandardCharsets.UTF_8);
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("ce-specversion", "1.0")
                .add("ce-type", TYPE)
                .add("ce-id", message.references().get(0))
                .add("ce-source", "/pipelines/" + pipeline)
                .add("ce-subject", pipeline)
                .add("content-type", "application/json");
        for (String name : TRACING) {
            String value = message.tracing().get(name);
            if (value != null) {
                headers.add(name, value);
            }
        }
        return headers;
    }
}
