package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code infra/knative/triggers}, where {@code jq} is installed. */
@EnabledIf("isInstalled")
class TriggersScriptTest {

    @TempDir
    Path folder;

    static boolean isInstalled() {
        return Command.isInstalled("jq");
    }

    @Test
    void theTriggersOfTheSamplesAreMadeByIt() throws Exception {
        try (Stream<Path> samples = Files.list(Project.ROOT.resolve("samples"))) {
            Path[] definitions = samples.filter(Files::isDirectory)
                    .map(it -> it.resolve("definitions"))
                    .sorted()
                    .toArray(Path[]::new);

            assertThat(triggers(definitions))
                    .isEqualTo(Files.readString(KnativeManifests.FOLDER.resolve("triggers.yaml")));
        }
    }

    @Test
    void namesOfObjectsAreMadeOfNamesOfPipelines() throws Exception {
        Files.writeString(
                folder.resolve("routes.json"),
                "{\"order\": \"Orders_New\", \"refund: all\": \"Orders_New\", \"\\\"\": \"plain\"}");

        List<JsonNode> triggers = Manifests.documents(triggers(folder));

        assertThat(triggers).extracting(KnativeManifests::name).containsExactly("orders-new", "orders-new-2", "plain");
        assertThat(triggers)
                .extracting(it -> it.at("/spec/filter/attributes/type").asText())
                .containsExactly("order", "refund: all", "\"");
    }

    @Test
    void withoutRoutesThereAreNone() throws Exception {
        assertThat(Manifests.documents(triggers(folder))).isEmpty();
    }

    @Test
    void routesThatItCannotReadAreNotPassedOver() throws Exception {
        Files.writeString(folder.resolve("routes.yaml"), "order: orders");

        assertThatThrownBy(() -> triggers(folder)).hasMessageContaining("routes.yaml: write it as JSON");
    }

    private static String triggers(Path... definitions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "knative/triggers"));
        Arrays.stream(definitions).map(Path::toString).forEach(command::add);
        return Command.run(command);
    }
}
