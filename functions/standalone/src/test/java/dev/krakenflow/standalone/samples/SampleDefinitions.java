package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.HelperCompiler;
import dev.krakenflow.compiler.HelperLibrary;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.compiler.PipelineCompiler;
import dev.krakenflow.compiler.ServiceCompiler;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles all definitions of the samples; fails for a problem, and for a warning too. Used by one thread. */
final class SampleDefinitions {
    private final Expressions expressions;
    private final DefinitionReader reader = new DefinitionReader();
    private final SampleFolder folder = new SampleFolder(SampleCase.SAMPLES);
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, HelperLibrary> helpers = new HashMap<>();
    private final Map<String, PipelineDefinition> pipelines = new HashMap<>();

    SampleDefinitions(Expressions expressions) {
        this.expressions = expressions;
    }

    /** A compiled pipeline, and what it was written as. */
    record Compiled(Document document, Plan plan) {}

    /** Every pipeline of every sample. */
    List<Compiled> compile() {
        for (Path file : folder.definitions("helpers")) {
            HelperLibrary library = value(new HelperCompiler(expressions).compile(reader.helper(document(file))));
            helpers.put(library.name(), library);
        }
        for (Path file : folder.definitions("services")) {
            Service service = value(ServiceCompiler.withStandardClients(expressions)
                    .compile(reader.service(document(file)), true, linkage()));
            services.put(service.name(), service);
        }
        List<ReadDefinition<PipelineDefinition>> read = new ArrayList<>();
        folder.definitions("pipelines").forEach(file -> read.add(reader.pipeline(document(file))));
        read.forEach(pipeline -> pipelines.put(pipeline.definition().name(), pipeline.definition()));
        return read.stream()
                .map(it -> new Compiled(it.document(), value(new PipelineCompiler(expressions).compile(it, linkage()))))
                .toList();
    }

    private Linkage linkage() {
        return Linkage.of(services, helpers, pipelines);
    }

    private static Document document(Path file) {
        return new DocumentReader().json(SampleCase.bytes(file));
    }

    private static <T> T value(Compilation<T> compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        assertThat(compilation.warnings()).isEmpty();
        return ((Compilation.Compiled<T>) compilation).value();
    }
}
