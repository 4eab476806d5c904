package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing waits for itself, also where modules pass each other what they make. */
class DependenciesTest {

    @TempDir
    Path folder;

    static List<TerraformModule> environments() {
        return TerraformModule.environments().toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void nothingWaitsForItself(TerraformModule environment) {
        assertThat(new Dependencies(environment).cycle()).isEmpty();
    }

    @Test
    void modulesThatPassEachOtherDifferentThingsDoNotWaitForThemselves() throws IOException {
        write(
                "inner/main.tf",
                "variable \"in\" {}\nresource \"a_b\" \"x\" {}\nresource \"a_b\" \"y\" { p = var.in }\n"
                        + "output \"x\" {\n  value = a_b.x.id\n}\noutput \"y\" {\n  value = a_b.y.id\n}\n");

        assertThat(cycleOf("x")).isEmpty();
        assertThat(cycleOf("y")).contains("one/a_b.y", "two/a_b.y", "one/var.in", "two/output.y");
    }

    private List<String> cycleOf(String output) throws IOException {
        write("main.tf", """
                module "one" {
                  source = "./inner"
                  in     = module.two.%1$s
                }
                module "two" {
                  source = "./inner"
                  in     = module.one.%1$s
                }
                """.formatted(output));
        return new Dependencies(TerraformModule.read(folder)).cycle();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
