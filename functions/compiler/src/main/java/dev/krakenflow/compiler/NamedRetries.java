package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.RetryDefinition;
import dev.krakenflow.definition.RetryReference;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.plan.Retry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of one pipeline, which its stages name, or write down themselves. */
final class NamedRetries {
    private final Map<String, Retry> policies = new LinkedHashMap<>();
    private final Findings findings;

    /**
     * @param helpers those that the expressions of the pipeline see
     * @param checks the checks of what sees these
     */
    NamedRetries(
            Map<String, RetryDefinition> written, VisibleHelpers helpers, TemplateChecks checks, Findings findings) {
        this.findings = findings;
        written.forEach((name, retry) -> policies.put(name, RetryCompiler.compile(retry, helpers, checks)));
    }

    /** What a component refers to; null when it refers to nothing, or to a policy that is not there. */
    @Nullable Retry link(@Nullable RetryReference reference, ComponentSite site) {
        return switch (reference) {
            case null -> null;
            case RetryReference.Own own -> RetryCompiler.compile(own.retry(), site.helpers(), site.templates());
            case RetryReference.Named named -> find(named);
        };
    }

    private @Nullable Retry find(RetryReference.Named named) {
        Retry retry = policies.get(named.name());
        if (retry == null) {
            findings.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    named.pointer(),
                    "this pipeline has no policy \"" + Shown.text(named.name()) + "\"",
                    Nearest.to(named.name(), policies.keySet()).orElse(null));
        }
        return retry;
    }
}
