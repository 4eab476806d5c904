package dev.krakenflow.standalone.faults.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.compiler.PipelineCompiler;
import dev.krakenflow.compiler.ServiceCompiler;
import dev.krakenflow.definition.DefinitionReader;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Compiles pipelines, and the services that they call, from their JSON; fails for a problem. Used by one thread. */
final class Definitions {
    private final Expressions expressions;
    private final DefinitionReader reader = new DefinitionReader();
    private final Map<String, Service> services = new HashMap<>();

    Definitions(Expressions expressions) {
        this.expressions = expressions;
    }

    /** Defines a service, or defines it anew. */
    void service(String json) {
        Service service = value(ServiceCompiler.withStandardClients(expressions)
                .compile(reader.service(document(json)), true, linkage()));
        services.put(service.name(), service);
    }

    Plan pipeline(String json) {
        return value(new PipelineCompiler(expressions).compile(reader.pipeline(document(json)), linkage()));
    }

    private Linkage linkage() {
        return Linkage.of(services, Map.of(), Map.of());
    }

    private static Document document(String json) {
        return new DocumentReader().json(json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T value(Compilation<T> compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
        return ((Compilation.Compiled<T>) compilation).value();
    }
}
