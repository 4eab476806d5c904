package dev.krakenflow.compiler;

import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.plan.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that another one is linked with, by name: as they are stored, or as they will be. It must know all
 * that the definition uses ({@link PipelineDefinition#uses}), and what these use in turn; what it does not know is
 * undefined. Asked by one thread, several times for the same name.
 */
public interface Linkage {

    /** A service with all its functions; null when it is not defined. */
    @Nullable Service service(String name);

    /** A helper library; null when it is not defined. */
    @Nullable HelperLibrary helpers(String name);

    /** A pipeline that others plug, started or not; null when it is not defined. */
    @Nullable PipelineDefinition pipeline(String name);

    /** The names of helper libraries, for hints; may be fewer than there are. */
    Set<String> helperNames();

    /** The names of pipelines, for hints; may be fewer than there are. */
    Set<String> pipelineNames();

    /** A linkage with nothing else than these. */
    static Linkage of(
            Map<String, Service> services,
            Map<String, HelperLibrary> helpers,
            Map<String, PipelineDefinition> pipelines) {
        return new MapLinkage(
                new LinkedHashMap<>(services), new LinkedHashMap<>(helpers), new LinkedHashMap<>(pipelines));
    }
}
