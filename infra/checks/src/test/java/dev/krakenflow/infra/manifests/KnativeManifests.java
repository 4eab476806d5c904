package dev.krakenflow.infra.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is of Knative among the files of {@code infra/knative}. */
final class KnativeManifests {
    static final Path FOLDER = Manifests.INFRA.resolve("knative/base");
    static final JsonNode KUSTOMIZATION =
            Manifests.documents(FOLDER.resolve("kustomization.yaml")).getFirst();

    private KnativeManifests() {}

    /** Names of the files that are applied. */
    static List<String> files() {
        return Stream.concat(
                        Manifests.stream(KUSTOMIZATION.get("resources")).map(JsonNode::asText),
                        Manifests.stream(KUSTOMIZATION.get("patches"))
                                .filter(it -> it.has("path"))
                                .map(it -> it.get("path").asText()))
                .filter(it -> it.endsWith(".yaml"))
                .toList();
    }

    /** The objects of a kind. */
    static List<JsonNode> all(String kind) {
        return files().stream()
                .flatMap(it -> Manifests.documents(FOLDER.resolve(it)).stream())
                .filter(it -> it.get("kind").asText().equals(kind))
                .toList();
    }

    /** The services of Knative by their names, without the one that is a stand-in. */
    static Map<String, JsonNode> functions() {
        return all("Service").stream()
                .filter(it -> !name(it).equals("dead-letters"))
                .collect(Collectors.toMap(KnativeManifests::name, it -> it));
    }

    /** The container of a service. */
    static JsonNode container(JsonNode service) {
        return service.at("/spec/template/spec/containers/0");
    }

    /** What a container is told by variables whose values stand in the manifest. */
    static Map<String, String> told(JsonNode service) {
        return Manifests.stream(container(service).get("env"))
                .filter(it -> it.has("value"))
                .collect(Collectors.toMap(
                        it -> it.get("name").asText(), it -> it.get("value").asText()));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }
}
