package dev.krakenflow.function.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.YamlWriter;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.MediaPreference;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;
import java.util.function.Supplier;

/** A finished document. Each of its texts is written once, when it is asked for first, and kept. Thread-safe. */
public final class RenderedDocument {

    private final Uni<Answer> json;
    private final Uni<Answer> yaml;

    RenderedDocument(JsonNode document) {
        this.json = once("application/json", () -> JsonWriter.writeBytes(JsonNodes.toValue(document)));
        this.yaml = once("application/yaml", () -> YamlWriter.write(document));
    }

    /** Answers a request in the syntax that it prefers, JSON unless it says so. */
    public Uni<Answer> answer(Request request) {
        return MediaPreference.isYaml(request.header("accept")) ? yaml : json;
    }

    private static Uni<Answer> once(String type, Supplier<byte[]> text) {
        return Uni.createFrom()
                .item(() -> new Answer(200, Map.of("content-type", type, "vary", "accept"), text.get()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .memoize()
                .indefinitely();
    }
}
