package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.RetryDefinition;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.ServiceFunction;
import org.jspecify.annotations.Nullable;

/** Compiles retry policies, of functions and of stages. */
final class RetryCompiler {

    private RetryCompiler() {}

    /**
     * @param helpers those that are seen where the policy is written
     * @param checks the checks of what sees these
     */
    static Retry compile(RetryDefinition written, VisibleHelpers helpers, TemplateChecks checks) {
        checks.condition(written.when(), written.pointer() + "/when", Scopes.ERROR);
        return new Retry(
                written.on(),
                written.maxAttempts(),
                written.delay(),
                written.backoffRate(),
                written.maxDelay(),
                written.jitter(),
                written.when(),
                written.unsafe(),
                helpers.libraries());
    }

    /**
     * Warns of a policy that never makes a second attempt, because the call is not safe to repeat.
     *
     * @param retry null: there is none to warn of
     * @param module canonical name of the client of the called service
     * @param pointer JSON pointer of the policy, or of its name
     */
    static void warnOfIdle(
            @Nullable Retry retry, String module, ServiceFunction called, String pointer, Findings findings) {
        if (retry != null && retry.maxAttempts() > 1 && !retry.unsafe() && RepeatableCalls.exclude(module, called)) {
            findings.warning(
                    ProblemCode.BAD_VALUE,
                    pointer,
                    "this call is not safe to repeat, and is never tried again",
                    "give it call.idempotency_key, or say \"unsafe\": true");
        }
    }
}
