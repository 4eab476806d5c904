package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.PluggedPipeline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Compiles the pipelines that a pipeline plugs, and those that these plug, into its plan. What is wrong with them is
 * reported where they are defined, not here; one that is not defined is left out, and runs fail where it is plugged.
 */
final class PluggedPipelines {
    private final Expressions expressions;
    private final Linkage linkage;
    private final PlanNeeds needs;

    PluggedPipelines(Expressions expressions, Linkage linkage, PlanNeeds needs) {
        this.expressions = expressions;
        this.linkage = linkage;
        this.needs = needs;
    }

    Map<String, PluggedPipeline> compile(Set<String> names) {
        Map<String, PluggedPipeline> plugged = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.remove();
            PipelineDefinition definition = plugged.containsKey(name) ? null : linkage.pipeline(name);
            if (definition != null) {
                plugged.put(name, plugged(definition));
                open.addAll(definition.uses().pipelines());
            }
        }
        return plugged;
    }

    private PluggedPipeline plugged(PipelineDefinition definition) {
        Findings unheard = new Findings();
        SchemaSection schemas = new SchemaSection(unheard);
        PipelineContext context = PipelineContext.of(definition, expressions, linkage, needs, unheard);
        Duration timeout = definition.limits().timeout();
        return new PluggedPipeline(
                ProgramCompiler.compile(definition.components(), Scopes.RUN, context),
                schemas.compile(definition.input(), "/input"),
                schemas.compile(definition.output(), "/output"),
                timeout == null ? Limits.DEFAULT.timeout() : timeout,
                new HandlersCompiler(context).compile(definition.handlers()));
    }
}
