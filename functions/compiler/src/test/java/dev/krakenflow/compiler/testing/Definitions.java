package dev.krakenflow.compiler.testing;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.definition.HelperDefinition;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.ServiceDefinition;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads definitions whose JSON is written with single quotes for double ones. */
public final class Definitions {
    private static final DefinitionReader READER = new DefinitionReader();

    /** A linkage without any definitions. */
    public static final Linkage NOTHING = Linkage.of(Map.of(), Map.of(), Map.of());

    private Definitions() {}

    public static ReadDefinition<PipelineDefinition> pipeline(String text) {
        return READER.pipeline(document(text));
    }

    public static ReadDefinition<ServiceDefinition> service(String text) {
        return READER.service(document(text));
    }

    public static ReadDefinition<HelperDefinition> helper(String text) {
        return READER.helper(document(text));
    }

    /** All problems as {@code <code> <pointer> [hint]}; none when it was compiled. */
    public static List<String> problems(Compilation<?> compilation) {
        return compilation instanceof Compilation.Rejected<?> rejected ? shown(rejected.problems()) : List.of();
    }

    /** All warnings as {@code <code> <pointer> [hint]}. */
    public static List<String> warnings(Compilation<?> compilation) {
        return shown(compilation.warnings());
    }

    /** The messages of all problems; none when it was compiled. */
    public static List<String> messages(Compilation<?> compilation) {
        return compilation instanceof Compilation.Rejected<?> rejected
                ? rejected.problems().stream().map(Problem::message).toList()
                : List.of();
    }

    /** A linkage with these pipelines and nothing else. */
    public static Linkage linkage(String... pipelines) {
        Map<String, PipelineDefinition> definitions = new LinkedHashMap<>();
        for (String text : pipelines) {
            PipelineDefinition definition = pipeline(text).definition();
            definitions.put(definition.name(), definition);
        }
        return Linkage.of(Map.of(), Map.of(), definitions);
    }

    /** What was compiled; fails when it was rejected. */
    public static <T> T compiled(Compilation<T> compilation) {
        return switch (compilation) {
            case Compilation.Compiled<T> it -> it.value();
            case Compilation.Rejected<T> it -> throw new AssertionError(it.problems());
        };
    }

    private static List<String> shown(List<Problem> findings) {
        return findings.stream()
                .map(it -> it.code().code() + " " + it.pointer() + " " + (it.hint() == null ? "" : it.hint()))
                .map(String::strip)
                .toList();
    }

    private static Document document(String text) {
        return new DocumentReader().json(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
