package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.expression.Expressions;

/**
 * What all programs of one pipeline are compiled with.
 *
 * @param names how its components are called
 * @param helpers the helpers that all of its expressions see
 * @param checks the checks of what sees these and no more
 * @param libraries finds the helpers that components name
 * @param services finds what they call
 * @param plugs finds what they plug
 * @param retries its policies
 * @param needs takes what the plan must hold
 * @param findings takes what is found
 */
record PipelineContext(
        ComponentNames names,
        VisibleHelpers helpers,
        TemplateChecks checks,
        HelperLinks libraries,
        ServiceLinks services,
        PlugLinks plugs,
        NamedRetries retries,
        PlanNeeds needs,
        Findings findings) {

    PipelineContext {
        requireNonNull(names);
        requireNonNull(helpers);
        requireNonNull(checks);
        requireNonNull(libraries);
        requireNonNull(services);
        requireNonNull(plugs);
        requireNonNull(retries);
        requireNonNull(needs);
        requireNonNull(findings);
    }

    /** What this pipeline is compiled with; the helpers that it names are linked and needed. */
    static PipelineContext of(
            PipelineDefinition definition,
            Expressions expressions,
            Linkage linkage,
            PlanNeeds needs,
            Findings findings) {
        HelperLinks libraries = new HelperLinks(linkage, findings);
        VisibleHelpers helpers = libraries.link(VisibleHelpers.NONE, definition.helpers());
        needs.helpers(helpers);
        TemplateChecks checks = new TemplateChecks(expressions, helpers, findings);
        return new PipelineContext(
                new ComponentNames(definition, findings),
                helpers,
                checks,
                libraries,
                new ServiceLinks(linkage, needs, findings),
                new PlugLinks(definition.name(), linkage, findings),
                new NamedRetries(definition.policies(), helpers, checks, findings),
                needs,
                findings);
    }
}
