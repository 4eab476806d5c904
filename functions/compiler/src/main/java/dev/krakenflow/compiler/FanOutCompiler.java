package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.MapDefinition;
import dev.krakenflow.definition.ParallelDefinition;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Program;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles what sends an event through several programs at once. */
final class FanOutCompiler {
    private final PipelineContext context;

    FanOutCompiler(PipelineContext context) {
        this.context = context;
    }

    Parallel compile(ParallelDefinition parallel, ComponentSite site, List<Catch> catches) {
        site.condition(parallel.condition());
        site.object(parallel.transform(), "transform");
        Map<String, Program> branches = new LinkedHashMap<>();
        parallel.branches().forEach((name, branch) -> branches.put(name, program(branch, site)));
        return new Parallel(
                site.place(),
                site.next(),
                parallel.condition(),
                branches,
                mode(parallel.mode()),
                orElse(parallel.concurrencyLimit(), Math.max(1, branches.size())),
                parallel.transform(),
                parallel.timeout(),
                catches);
    }

    Mapping compile(MapDefinition map, ComponentSite site, List<Catch> catches) {
        site.condition(map.condition());
        site.templates().list(map.items(), site.pointer("items"), site.variables());
        site.object(map.transform(), "transform");
        // A map without items was reported; the program it stands in is never run.
        JsonNode items = map.items() == null ? JsonNodeFactory.instance.arrayNode() : map.items();
        Parallel.Mode mode = mode(map.mode());
        return new Mapping(
                site.place(),
                site.next(),
                map.condition(),
                items,
                map.as() == null ? Mapping.DEFAULT_AS : map.as(),
                map.at(),
                program(map.components(), site),
                mode == Parallel.Mode.ANY ? Parallel.Mode.ALL : mode,
                orElse(map.concurrencyLimit(), Mapping.DEFAULT_CONCURRENCY),
                orElse(map.maxItems(), Mapping.DEFAULT_MAX_ITEMS),
                map.transform(),
                map.timeout(),
                catches);
    }

    private Program program(List<ComponentDefinition> components, ComponentSite site) {
        return ProgramCompiler.compile(components, site.variables(), context);
    }

    /** The mode of this name; one that there is not was reported. */
    private static Parallel.Mode mode(@Nullable String written) {
        return switch (written) {
            case "settled" -> Parallel.Mode.SETTLED;
            case "any" -> Parallel.Mode.ANY;
            case null, default -> Parallel.Mode.ALL;
        };
    }

    private static int orElse(@Nullable Integer given, int standard) {
        return given == null ? standard : given;
    }
}
