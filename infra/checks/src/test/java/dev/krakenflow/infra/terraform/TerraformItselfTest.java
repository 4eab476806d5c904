package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.infra.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What Terraform itself says, where it is installed; it needs no provider for this. */
@EnabledIf("isInstalled")
class TerraformItselfTest {
    private static final Path SAMPLES = Project.ROOT.resolve("samples");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    static boolean isInstalled() {
        return TerraformCommand.isInstalled();
    }

    @Test
    void everyFileIsWrittenAsTerraformWritesIt() {
        assertThat(TerraformCommand.run(Project.ROOT.resolve("terraform"), "fmt", "-check", "-recursive"))
                .isEmpty();
    }

    @Test
    void findsInTheSamplesWhatTheEvaluationFinds() throws IOException {
        compare(SAMPLES);
    }

    @Test
    void findsInYamlWhatTheEvaluationFinds() throws IOException {
        Path pipelines = Files.createDirectories(folder.resolve("definitions/pipelines"));
        Files.writeString(pipelines.resolve("refunds.yaml"), """
                # Text of YAML stays as it is.
                name: refunds
                max_deliveries: 2
                triggers: [{http: {method: delete, path: "/refunds/{id}"}}]
                components: []
                """);
        Files.writeString(folder.resolve("definitions/routes.yml"), "refund: refunds\n");

        compare(folder.resolve("definitions"));
    }

    private void compare(Path definitions) throws IOException {
        Path module = Files.createDirectory(folder.resolve("module"));
        for (TerraformFile file : TerraformModule.of("definitions").files()) {
            Files.copy(file.path(), module.resolve(file.path().getFileName()));
        }
        TerraformCommand.run(module, "init", "-input=false", "-no-color");
        TerraformCommand.run(
                module, "apply", "-auto-approve", "-input=false", "-no-color", "-var", "folder=" + definitions);

        JsonNode outputs = JSON.readTree(TerraformCommand.run(module, "output", "-json"));
        Map<String, Object> evaluated = DefinitionsModule.outputs(definitions);
        for (String name : evaluated.keySet()) {
            JsonNode value = outputs.get(name).get("value");
            assertThat(JSON.convertValue(value, Object.class)).isEqualTo(evaluated.get(name));
        }
    }
}
