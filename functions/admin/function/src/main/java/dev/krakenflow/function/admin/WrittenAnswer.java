package dev.krakenflow.function.admin;

import dev.krakenflow.definition.YamlWriter;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Map;

/**
 * Answers whose text is written on a worker thread: all definitions, or twenty versions of a large one, would keep the
 * calls of an event loop waiting.
 */
final class WrittenAnswer {

    private static final String CONTENT_TYPE = "content-type";

    private WrittenAnswer() {}

    /** 200 with a JSON value. */
    static Uni<Answer> json(Uni<Object> value) {
        return onWorker(value).map(it -> written("application/json", JsonWriter.writeBytes(it)));
    }

    /** 200 with a JSON value, as YAML. */
    static Uni<Answer> yaml(Uni<Object> value) {
        return onWorker(value).map(it -> written("application/yaml", YamlWriter.write(JsonNodes.toNode(it))));
    }

    private static Uni<Object> onWorker(Uni<Object> value) {
        return value.emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Answer written(String type, byte[] text) {
        return new Answer(200, Map.of(CONTENT_TYPE, type), text);
    }
}
