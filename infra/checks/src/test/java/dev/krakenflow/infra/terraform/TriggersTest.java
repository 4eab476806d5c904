package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.infra.Project;
import dev.krakenflow.infra.hcl.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes and rules are those that the functions themselves read from the definitions. */
class TriggersTest {
    private static final Path SAMPLES = Project.ROOT.resolve("samples");

    private final DocumentReader documents = new DocumentReader();
    private final DefinitionReader definitions = new DefinitionReader();

    @TempDir
    Path folder;

    @Test
    void theSamplesHaveTheirTriggers() {
        assertThat(DefinitionsModule.outputs(SAMPLES).get("triggers"))
                .isEqualTo(triggers(SAMPLES))
                .isEqualTo(Map.of("POST /orders", "user-orders-a-product"));
    }

    @Test
    void theSamplesHaveTheirTypes() {
        assertThat(DefinitionsModule.outputs(SAMPLES).get("types"))
                .isEqualTo(Map.of(
                        "similar-followers", "stream-similar-followers",
                        "user-orders-a-product", "user-orders-a-product"));
    }

    @Test
    void everyPipelineOfTheSamplesIsFound() {
        assertThat(((Map<?, ?>) DefinitionsModule.outputs(SAMPLES).get("pipelines")).keySet())
                .isEqualTo(new TreeMap<>(pipelines(SAMPLES)).keySet());
    }

    @Test
    void parametersYamlSeveralTriggersAndSmallLettersAreUnderstood() throws IOException {
        write("a/pipelines/orders.json", """
                {"name": "orders", "max_deliveries": 3, "components": [], "triggers": [
                  {"http": {"method": "post", "path": "/orders/{id}"}}, {"http": {"method": "GET", "path": "/orders"}}]}
                """);
        write("pipelines/refunds.yaml", """
                name: refunds
                triggers: [{http: {method: DELETE, path: "/refunds/{id}"}}]
                components: []
                """);
        write("pipelines/silent.yml", "{name: silent, concurrency: 1, components: []}");
        write("pipelines/README.md", "no definition");

        Map<String, Object> outputs = DefinitionsModule.outputs(folder);

        assertThat(outputs.get("triggers"))
                .isEqualTo(triggers(folder))
                .isEqualTo(Map.of(
                        "POST /orders/{id}", "orders", "GET /orders", "orders", "DELETE /refunds/{id}", "refunds"));
        assertThat(outputs.get("pipelines").toString())
                .contains("orders={max_deliveries=3, concurrency=16}")
                .contains("silent={max_deliveries=5, concurrency=1}");
        assertThat(set(folder).part("/pipelines").elements())
                .extracting(it -> it.root().isTextual())
                .containsExactly(false, true, true);
    }

    @Test
    void withoutGenericRoutesTheApiHasTheTriggersAlone() {
        List<String> triggers = List.copyOf(new TreeMap<>(triggers(SAMPLES)).keySet());

        assertThat(routes(triggers, List.of())).isEqualTo(triggers);
        assertThat(routes(triggers, List.of("call")))
                .isEqualTo(List.of("POST /call", "POST /orders", "POST /pipelines/call/{name}"));
    }

    @Test
    void whatIsAppliedIsWhatWasWrittenKeysInTheirOrder() {
        Document set = set(SAMPLES);

        assertThat(set.part("/pipelines").elements())
                .extracting(it -> it.root().toString())
                .containsExactlyInAnyOrderElementsOf(
                        files(SAMPLES).map(it -> document(it).root().toString()).toList());
        assertThat(set.root().fieldNames()).toIterable().containsExactly("helpers", "services", "pipelines", "routes");
    }

    private Document set(Path root) {
        String text = (String) DefinitionsModule.outputs(root).get("set");
        return documents.json(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Object routes(List<String> triggers, List<String> generic) {
        TerraformModule api = TerraformModule.of("api");
        Map<String, Object> none = new TreeMap<>(Map.of("triggers", triggers, "generic", generic));
        none.put("admin", null);
        return DefinitionsModule.withLocals(api, none)
                .value(Parser.file("it = local.routes\n").value("it").orElseThrow());
    }

    private Map<String, String> triggers(Path root) {
        Map<String, String> triggers = new TreeMap<>();
        pipelines(root)
                .values()
                .forEach(pipeline -> pipeline.triggers()
                        .forEach(it -> triggers.put(it.method() + " " + it.path(), pipeline.name())));
        return triggers;
    }

    private Map<String, PipelineDefinition> pipelines(Path root) {
        Map<String, PipelineDefinition> pipelines = new TreeMap<>();
        files(root)
                .map(it -> definitions.pipeline(document(it)).definition())
                .forEach(it -> pipelines.put(it.name(), it));
        return pipelines;
    }

    private Document document(Path file) {
        try {
            byte[] text = Files.readAllBytes(file);
            return file.toString().endsWith(".json") ? documents.json(text) : documents.yaml(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(it -> it.getParent().endsWith("pipelines"))
                    .filter(it -> it.toString().matches(".*\\.(json|yaml|yml)"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
