package dev.krakenflow.standalone.samples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.function.admin.OperationBody;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The definitions of several files as one body, so that they are defined together: pipelines may plug each other. */
final class SampleBody {

    private static final DocumentReader READER = new DocumentReader();

    private SampleBody() {}

    /**
     * A list with what each file holds.
     *
     * @throws dev.krakenflow.definition.MalformedDefinitionException when one can't be read
     */
    static OperationBody of(List<Path> files) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        files.forEach(file -> list.add(document(file).root()));
        return new OperationBody("application/json", JsonWriter.writeBytes(JsonNodes.toValue(list)));
    }

    /** What one file holds. */
    static Document document(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return file.getFileName().toString().endsWith(".json") ? READER.json(bytes) : READER.yaml(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
