package dev.krakenflow.infra.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code infra/} as trees. */
final class Manifests {
    static final Path INFRA = Project.ROOT.resolve("infra");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /** The documents of a file. */
    static List<JsonNode> documents(Path file) {
        try {
            return documents(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a text. */
    static List<JsonNode> documents(String yaml) {
        Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
        return stream(documents).<JsonNode>map(JSON::valueToTree).toList();
    }

    /** All objects of Kubernetes' that are applied. */
    static List<JsonNode> kubernetes() {
        JsonNode kustomization =
                documents(INFRA.resolve("kubernetes/kustomization.yaml")).getFirst();
        return stream(kustomization.get("resources"))
                .flatMap(it -> documents(INFRA.resolve("kubernetes").resolve(it.asText())).stream())
                .toList();
    }

    /** Those of a kind. */
    static List<JsonNode> kubernetes(String kind) {
        return kubernetes().stream()
                .filter(it -> it.get("kind").asText().equals(kind))
                .toList();
    }

    /** All values of members of a name, however deep. */
    static List<JsonNode> all(JsonNode node, String name) {
        return node.findValues(name);
    }

    static <T> Stream<T> stream(Iterable<T> elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }
}
