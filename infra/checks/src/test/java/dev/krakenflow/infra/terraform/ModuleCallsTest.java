package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.Project;
import dev.krakenflow.infra.hcl.Body.Attribute;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Expression.Literal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Modules are whole, and are given what they ask for. */
class ModuleCallsTest {
    private static final Set<String> META_ARGUMENTS = Set.of("source", "for_each", "count", "depends_on", "providers");

    static List<TerraformModule> all() {
        return TerraformModule.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyCallPassesWhatIsRequiredAndNothingUnknown(TerraformModule module) {
        Map<String, TerraformModule> calls = module.calls();
        for (Block call : module.blocks("module")) {
            Map<String, Block> variables = calls.get(call.label(0)).variables();
            Set<String> passed = call.body().attributes().stream()
                    .map(Attribute::name)
                    .filter(it -> !META_ARGUMENTS.contains(it))
                    .collect(Collectors.toSet());

            assertThat(passed).as(call.label(0)).isSubsetOf(variables.keySet()).containsAll(required(variables));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyVariableIsTypedDescribedAndValidated(TerraformModule module) {
        assertThat(module.variables()).allSatisfy((name, variable) -> {
            assertThat(variable.body().value("type")).as("type").isPresent();
            assertThat(described(variable)).as("description").isTrue();
            boolean isFlag =
                    variable.body().value("type").orElseThrow().toString().contains("bool");
            assertThat(isFlag || !variable.body().blocks("validation").isEmpty())
                    .as("validation")
                    .isTrue();
            assertThat(variable.body().value("nullable").isPresent() || isNullByDefault(variable))
                    .as("nullable = false, or null by default")
                    .isTrue();
        });
        assertThat(module.outputs())
                .allSatisfy((name, output) -> assertThat(described(output)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyModuleHasItsFilesAndEachProviderItsVersion(TerraformModule module) {
        for (String file : List.of("main.tf", "variables.tf", "outputs.tf", "versions.tf", "README.md")) {
            assertThat(module.folder().resolve(file)).exists();
        }
        assertThat(module.blocks("terraform")).hasSize(1);
        assertThat(module.blocks("terraform").getFirst().body().value("required_version"))
                .isPresent();
    }

    @Test
    void everyModuleIsPartOfAnEnvironment() {
        Set<String> called = TerraformModule.environments()
                .flatMap(it -> it.calls().values().stream())
                .map(TerraformModule::toString)
                .collect(Collectors.toSet());

        assertThat(TerraformModule.modules().map(TerraformModule::toString)).isSubsetOf(called);
        assertThat(Files.isRegularFile(Project.ROOT.resolve("terraform/README.md")))
                .isTrue();
    }

    private static boolean described(Block block) {
        return block.body().value("description").isPresent();
    }

    private static boolean isNullByDefault(Block variable) {
        return variable.body().value("default").orElse(null) instanceof Literal literal && literal.value() == null;
    }

    private static Set<String> required(Map<String, Block> variables) {
        return variables.entrySet().stream()
                .filter(it -> it.getValue().body().value("default").isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
