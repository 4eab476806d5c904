package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.compiler.Compilation.Compiled;
import dev.krakenflow.compiler.Compilation.Rejected;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.LimitsDefinition;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Service;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles pipelines and links them with the services they call. Finds all problems, never only the first.
 * Thread-safe.
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
     * @param services those of {@link PipelineDefinition#services} that are defined, with all their functions; one that
     *     is not there is a warning, a function that it lacks is a problem
     */
    public Compilation<Plan> compile(ReadDefinition<PipelineDefinition> read, Map<String, Service> services) {
        return compile(read, services, ServiceLinks.MissingFunction.PROBLEM);
    }

    /**
     * Links a stored definition again because a service changed. A function that is gone is a warning: the plan still
     * calls it, and its runs fail with {@code function-undefined}.
     */
    public Compilation<Plan> relink(ReadDefinition<PipelineDefinition> read, Map<String, Service> services) {
        return compile(read, services, ServiceLinks.MissingFunction.WARNING);
    }

    private Compilation<Plan> compile(
            ReadDefinition<PipelineDefinition> read, Map<String, Service> services, ServiceLinks.MissingFunction gone) {
        Findings findings = new Findings();
        findings.addAll(read.problems(), read.warnings());
        PipelineDefinition definition = read.definition();
        SchemaSection schemas = new SchemaSection(findings);
        JsonNode input = schemas.compile(definition.input(), "/input");
        JsonNode output = schemas.compile(definition.output(), "/output");
        ServiceLinks links = new ServiceLinks(services, gone, findings);
        Program program = new ProgramCompiler(new TemplateChecks(expressions, findings), links, findings)
                .compile(definition.components());
        if (!findings.problems().isEmpty()) {
            return rejected(read, findings);
        }
        Plan plan = new Plan(definition.name(), program, input, output, limits(definition.limits()), links.services());
        return new Compiled<>(plan, read.document().inOrder(findings.warnings()));
    }

    private static <T> Rejected<T> rejected(ReadDefinition<?> read, Findings findings) {
        return new Rejected<>(
                read.document().inOrder(findings.problems()), read.document().inOrder(findings.warnings()));
    }

    private static Limits limits(LimitsDefinition written) {
        Limits standard = Limits.DEFAULT;
        return new Limits(
                orElse(written.timeout(), standard.timeout()),
                orElse(written.concurrency(), standard.concurrency()),
                orElse(written.maxHops(), standard.maxHops()),
                orElse(written.maxComponents(), standard.maxComponents()),
                orElse(written.maxEvents(), standard.maxEvents()));
    }

    private static <T> T orElse(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }
}
