package dev.krakenflow.infra.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.infra.hcl.Body.Block;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is referred to is there, and whatever is there is referred to. */
class ReferencesTest {
    private static final Set<String> GIVEN = Set.of("each", "count", "path", "self");

    static List<TerraformModule> all() {
        return TerraformModule.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyReferenceResolves(TerraformModule module) {
        Map<String, TerraformModule> calls = module.calls();

        assertThat(references(module).filter(it -> !resolves(it, module, calls)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noVariableLocalDataSourceOrCallIsUnused(TerraformModule module) {
        Set<String> used = references(module).map(Reference::toString).collect(Collectors.toSet());

        assertThat(unused("var.", module.variables().keySet(), used)).isEmpty();
        assertThat(unused("local.", module.locals().keySet(), used)).isEmpty();
        assertThat(unused("data.", addresses(module, "data"), used)).isEmpty();
        assertThat(unused("ephemeral.", addresses(module, "ephemeral"), used)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyOutputOfAModuleIsUsedByAnEnvironment(TerraformModule module) {
        Set<String> used = TerraformModule.environments()
                .flatMap(environment -> usedOf(module, environment))
                .collect(Collectors.toSet());

        assertThat(module.outputs().keySet()).isSubsetOf(used);
    }

    static List<TerraformModule> modules() {
        return TerraformModule.modules().toList();
    }

    private static Stream<String> usedOf(TerraformModule module, TerraformModule environment) {
        Map<String, TerraformModule> calls = environment.calls();
        return references(environment)
                .filter(it -> it.first().equals("module"))
                .filter(it -> module.folder().equals(called(it, calls).folder()))
                .map(it -> it.word(2));
    }

    private static TerraformModule called(Reference reference, Map<String, TerraformModule> calls) {
        TerraformModule called = calls.get(reference.word(1));
        assertThat(called).as(reference.toString()).isNotNull();
        return called;
    }

    private static Stream<String> unused(String kind, Collection<String> names, Set<String> used) {
        return names.stream()
                .map(kind::concat)
                .filter(it -> used.stream().noneMatch(use -> use.equals(it) || use.startsWith(it + ".")));
    }

    private static Stream<Reference> references(TerraformModule module) {
        return module.files().stream()
                .flatMap(it -> it.body().blocks().stream())
                .flatMap(Reference::in);
    }

    private static Set<String> addresses(TerraformModule module, String kind) {
        return module.blocks(kind).stream()
                .map(it -> it.label(0) + "." + it.label(1))
                .collect(Collectors.toSet());
    }

    private static boolean resolves(Reference it, TerraformModule module, Map<String, TerraformModule> calls) {
        return switch (it.first()) {
            case "var" -> module.variables().containsKey(it.word(1));
            case "local" -> module.locals().containsKey(it.word(1));
            case "module" ->
                calls.containsKey(it.word(1))
                        && (it.words().size() == 2
                                || calls.get(it.word(1)).outputs().containsKey(it.word(2)));
            case "data", "ephemeral" -> attribute(it.first(), it.word(1), it.word(2), it.word(3), module);
            default -> GIVEN.contains(it.first()) || attribute("resource", it.first(), it.word(1), it.word(2), module);
        };
    }

    private static boolean attribute(String kind, String type, String name, String attribute, TerraformModule module) {
        Stream<Block> blocks = module.blocks(kind).stream();
        return blocks.anyMatch(it -> it.labels().equals(List.of(type, name)))
                && (attribute.isEmpty()
                        || ProviderSchema.READ.of(kind, type).orElseThrow().gives(attribute));
    }
}
