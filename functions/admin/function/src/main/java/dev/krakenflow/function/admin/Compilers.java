package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.compiler.PipelineCompiler;
import dev.krakenflow.compiler.ServiceCompiler;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.DefinitionRecord;
import java.util.Map;

/** The reader and the compilers together: what was sent, and what is stored, as it runs. Thread-safe. */
final class Compilers {

    private static final Linkage NOTHING = Linkage.of(Map.of(), Map.of(), Map.of());

    private final DefinitionReader reader = new DefinitionReader();
    private final ServiceCompiler services;
    private final PipelineCompiler pipelines;

    Compilers(Expressions expressions) {
        this.services = ServiceCompiler.withStandardClients(expressions);
        this.pipelines = new PipelineCompiler(expressions);
    }

    ReadDefinition<ServiceDefinition> readService(Document document) {
        return reader.service(document);
    }

    ReadDefinition<PipelineDefinition> readPipeline(Document document) {
        return reader.pipeline(document);
    }

    Compilation<Service> compileService(ReadDefinition<ServiceDefinition> read, boolean started) {
        return services.compile(read, started, NOTHING);
    }

    Compilation<Plan> compilePipeline(ReadDefinition<PipelineDefinition> read, Map<String, Service> defined) {
        return pipelines.compile(read, Linkage.of(defined, Map.of(), Map.of()));
    }

    /** A stored service, with this status. */
    Service service(DefinitionRecord stored, boolean started) {
        return services.relink(reader.service(Document.of(stored.definition())), started, NOTHING)
                .value();
    }

    /** A stored pipeline, linked with these services. */
    Plan relink(DefinitionRecord stored, Map<String, Service> defined) {
        return pipelines.relink(
                        reader.pipeline(Document.of(stored.definition())),
                        Linkage.of(defined, Map.of(), Map.of()))
                .value();
    }
}
