package dev.krakenflow.infra.terraform;

import dev.krakenflow.infra.Project;
import dev.krakenflow.infra.hcl.Body;
import dev.krakenflow.infra.hcl.Body.Block;
import dev.krakenflow.infra.hcl.Expression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of files that Terraform reads together.
 *
 * @param folder where it is
 * @param files in the order of their names
 */
record TerraformModule(Path folder, List<TerraformFile> files) {
    private static final Path TERRAFORM = Project.ROOT.resolve("terraform");

    /** All modules, and all environments. */
    static List<TerraformModule> all() {
        return Stream.concat(modules(), environments()).toList();
    }

    /** What is put together. */
    static Stream<TerraformModule> modules() {
        return below(TERRAFORM.resolve("modules"));
    }

    /** Complete roots. */
    static Stream<TerraformModule> environments() {
        return below(TERRAFORM.resolve("environments"));
    }

    static TerraformModule of(String name) {
        return read(TERRAFORM.resolve("modules").resolve(name));
    }

    static TerraformModule read(Path folder) {
        return new TerraformModule(
                folder.normalize(),
                list(folder)
                        .filter(it -> it.toString().endsWith(".tf"))
                        .map(TerraformFile::read)
                        .toList());
    }

    private static Stream<TerraformModule> below(Path folder) {
        return list(folder).map(TerraformModule::read);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a type, of all files. */
    List<Block> blocks(String type) {
        return files.stream().flatMap(it -> it.body().blocks(type).stream()).toList();
    }

    /** The variables by their names. */
    Map<String, Block> variables() {
        return named("variable");
    }

    /** The outputs by their names. */
    Map<String, Block> outputs() {
        return named("output");
    }

    private Map<String, Block> named(String type) {
        Map<String, Block> named = new LinkedHashMap<>();
        blocks(type).forEach(it -> named.put(it.label(0), it));
        return named;
    }

    /** The locals by their names. */
    Map<String, Expression> locals() {
        Map<String, Expression> locals = new LinkedHashMap<>();
        blocks("locals")
                .forEach(it -> it.body().attributes().forEach(local -> locals.put(local.name(), local.value())));
        return locals;
    }

    /** The modules that it puts together, by the names that it calls them by. */
    Map<String, TerraformModule> calls() {
        Map<String, TerraformModule> calls = new LinkedHashMap<>();
        blocks("module").forEach(it -> calls.put(it.label(0), read(folder.resolve(source(it.body())))));
        return calls;
    }

    private static String source(Body call) {
        return (String) ((Expression.Literal) call.value("source").orElseThrow()).value();
    }

    @Override
    public String toString() {
        return folder.getParent().getFileName() + "/" + folder.getFileName();
    }
}
