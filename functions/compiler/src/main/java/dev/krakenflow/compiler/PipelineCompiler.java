package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.compiler.Compilation.Compiled;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.IdempotencyDefinition;
import dev.krakenflow.definition.LimitsDefinition;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Idempotency;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.PluggedPipeline;
import dev.krakenflow.plan.Program;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles pipelines and links them with the services, helpers and pipelines that they use. Finds all problems, never
 * only the first. Thread-safe.
 */
public final class PipelineCompiler {
    private final Expressions expressions;

    public PipelineCompiler(Expressions expressions) {
        this.expressions = requireNonNull(expressions);
    }

    /**
     * Compiles a definition that somebody sent.
     *
     * @param read the definition, read whatever problems it has
     * @param linkage what it is linked with. A service that is not there is a warning, a function that a service lacks, a
     *     helper library or a plugged pipeline that is not there is a problem
     */
    public Compilation<Plan> compile(ReadDefinition<PipelineDefinition> read, Linkage linkage) {
        Findings findings = new Findings();
        Plan plan = plan(read, linkage, findings);
        return Results.of(plan, read.document(), findings);
    }

    /**
     * Links a stored definition again because something that it uses changed. What was right when it was defined and is
     * wrong now is a warning, and the plan keeps it as it was written: calls of a function that is gone fail with
     * {@code function-undefined}, plugs of a pipeline that is gone (it is missing in {@link Plan#plugged}) with
     * {@code pipeline-undefined}, and expressions that cannot be compiled any more, because the plan's helpers lack what
     * they call, with {@code helper-undefined} when they are evaluated.
     */
    public Compiled<Plan> relink(ReadDefinition<PipelineDefinition> read, Linkage linkage) {
        Findings findings = new Findings();
        Plan plan = plan(read, linkage, findings);
        return Results.lenient(plan, read.document(), findings);
    }

    private Plan plan(ReadDefinition<PipelineDefinition> read, Linkage linkage, Findings findings) {
        findings.addAll(read.problems(), read.warnings());
        PipelineDefinition definition = read.definition();
        SchemaSection schemas = new SchemaSection(findings);
        PlanNeeds needs = new PlanNeeds(linkage);
        PipelineContext context = PipelineContext.of(definition, expressions, linkage, needs, findings);
        Program program = ProgramCompiler.compile(definition.components(), Scopes.RUN, context);
        Handlers handlers = new HandlersCompiler(context).compile(definition.handlers());
        Map<String, PluggedPipeline> plugged = new PluggedPipelines(expressions, linkage, needs)
                .compile(definition.uses().pipelines());
        PluggedFacts facts = new PluggedFacts(plugged);
        new BranchChecks(facts, findings).check(program, handlers);
        new UndoChecks(facts, findings).check(program, handlers);
        return new Plan(
                definition.name(),
                program,
                schemas.compile(definition.input(), "/input"),
                schemas.compile(definition.output(), "/output"),
                limits(definition.limits()),
                new TriggerCompiler(expressions, context.helpers(), findings).compile(definition.triggers()),
                needs.services(),
                plugged,
                needs.helpers(),
                handlers,
                idempotency(definition.idempotency(), context),
                definition.description());
    }

    private static @Nullable Idempotency idempotency(@Nullable IdempotencyDefinition written, PipelineContext context) {
        // A policy without a key was reported.
        if (written == null || written.key() == null) {
            return null;
        }
        context.checks().text(written.key(), written.pointer() + "/key", Scopes.RUN);
        return new Idempotency(
                written.key(),
                orElse(written.ttl(), Idempotency.DEFAULT_TTL),
                context.helpers().libraries());
    }

    private static Limits limits(LimitsDefinition written) {
        Limits standard = Limits.DEFAULT;
        return new Limits(
                orElse(written.timeout(), standard.timeout()),
                orElse(written.concurrency(), standard.concurrency()),
                orElse(written.maxHops(), standard.maxHops()),
                orElse(written.maxComponents(), standard.maxComponents()),
                orElse(written.maxEvents(), standard.maxEvents()),
                orElse(written.maxDeliveries(), standard.maxDeliveries()));
    }

    private static <T> T orElse(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }
}
