package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.HelperCompiler;
import dev.krakenflow.compiler.HelperLibrary;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.compiler.PipelineCompiler;
import dev.krakenflow.compiler.ServiceCompiler;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;

/** The reader and the compilers together: what was sent, and what is stored, as it runs. Thread-safe. */
final class Compilers {

    final DefinitionReader reader = new DefinitionReader();
    final ServiceCompiler services;
    final PipelineCompiler pipelines;
    final HelperCompiler helpers;

    Compilers(Expressions expressions) {
        this.services = ServiceCompiler.withStandardClients(expressions);
        this.pipelines = new PipelineCompiler(expressions);
        this.helpers = new HelperCompiler(expressions);
    }

    /** A stored service, with this status. */
    Compilation.Compiled<Service> relinkService(JsonNode stored, boolean started, Linkage linkage) {
        return services.relink(reader.service(Document.of(stored)), started, linkage);
    }

    /** A stored pipeline, linked anew. */
    Compilation.Compiled<Plan> relinkPipeline(JsonNode stored, Linkage linkage) {
        return pipelines.relink(reader.pipeline(Document.of(stored)), linkage);
    }

    /** A stored pipeline, as others plug it. */
    PipelineDefinition pipeline(JsonNode stored) {
        return reader.pipeline(Document.of(stored)).definition();
    }

    /** A stored helper library. */
    HelperLibrary library(JsonNode stored) {
        return helpers.relink(reader.helper(Document.of(stored))).value();
    }
}
