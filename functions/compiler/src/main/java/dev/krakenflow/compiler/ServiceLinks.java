package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.FunctionReference;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import org.jspecify.annotations.Nullable;

/** Links the calls of one pipeline with services. */
final class ServiceLinks {
    private final Linkage linkage;
    private final PlanNeeds needs;
    private final Findings findings;

    ServiceLinks(Linkage linkage, PlanNeeds needs, Findings findings) {
        this.linkage = linkage;
        this.needs = needs;
        this.findings = findings;
    }

    /**
     * The call of a component.
     *
     * @param reference null: it calls nothing
     * @param component JSON pointer of the component
     */
    @Nullable FunctionCall link(@Nullable FunctionReference reference, String component) {
        if (reference == null) {
            return null;
        }
        needs.call(reference);
        Service service = linkage.service(reference.service());
        if (service == null) {
            findings.warning(
                    ProblemCode.UNKNOWN_REFERENCE,
                    component + "/service/name",
                    "the service \"" + reference.service()
                            + "\" is not defined: runs fail here with service-not-ready until it is",
                    null);
        } else if (!service.functions().containsKey(reference.function())) {
            findings.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    component + "/service/function",
                    "the service \"" + reference.service() + "\" has no function \"" + reference.function() + "\"",
                    Nearest.to(reference.function(), service.functions().keySet())
                            .orElse(null));
        }
        return new FunctionCall(reference.service(), reference.function());
    }

    /** Whether calling it twice does no more than calling it once, as far as that can be told. */
    boolean isRepeatable(FunctionCall call) {
        Service service = linkage.service(call.service());
        ServiceFunction function = service == null ? null : service.functions().get(call.function());
        return service != null && function != null && RepeatableCalls.contain(service.module(), function);
    }

    /**
     * Warns of a policy of a component that never makes a second attempt.
     *
     * @param retry null: there is none to warn of
     * @param call null: nothing is called
     * @param pointer JSON pointer of the policy, or of its name
     */
    void warnOfIdle(@Nullable Retry retry, @Nullable FunctionCall call, String pointer) {
        if (call == null) {
            if (retry != null) {
                String idle = "nothing is called here that could be tried again";
                findings.warning(ProblemCode.BAD_VALUE, pointer, idle, null);
            }
            return;
        }
        Service service = linkage.service(call.service());
        ServiceFunction function = service == null ? null : service.functions().get(call.function());
        if (service != null && function != null) {
            RetryCompiler.warnOfIdle(retry, service.module(), function, pointer, findings);
        }
    }
}
