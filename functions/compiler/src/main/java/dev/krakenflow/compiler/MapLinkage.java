package dev.krakenflow.compiler;

import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.plan.Service;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions that were all found before. */
record MapLinkage(
        Map<String, Service> services, Map<String, HelperLibrary> libraries, Map<String, PipelineDefinition> pipelines)
        implements Linkage {

    @Override
    public @Nullable Service service(String name) {
        return services.get(name);
    }

    @Override
    public @Nullable HelperLibrary helpers(String name) {
        return libraries.get(name);
    }

    @Override
    public @Nullable PipelineDefinition pipeline(String name) {
        return pipelines.get(name);
    }

    @Override
    public Set<String> helperNames() {
        return libraries.keySet();
    }

    @Override
    public Set<String> pipelineNames() {
        return pipelines.keySet();
    }
}
