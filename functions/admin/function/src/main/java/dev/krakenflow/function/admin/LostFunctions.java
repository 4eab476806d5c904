package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds functions that a pipeline calls and a service does not have any more. */
final class LostFunctions {

    private LostFunctions() {}

    /** A warning, at the service's place in the body, for each such call of these plans. */
    static List<Problem> of(Map<String, Plan> plans, ReadDefinitions<ServiceDefinition> services) {
        List<Problem> warnings = new ArrayList<>();
        for (Plan plan : plans.values()) {
            for (FunctionCall call : PlannedCalls.of(plan)) {
                int place = services.names().indexOf(call.service());
                if (place >= 0 && isLost(plan, call)) {
                    warnings.add(warning(plan, call, services.body().pointer(place)));
                }
            }
        }
        return warnings;
    }

    private static boolean isLost(Plan plan, FunctionCall call) {
        Service service = plan.services().get(call.service());
        return service != null && !service.functions().containsKey(call.function());
    }

    private static Problem warning(Plan plan, FunctionCall call, String pointer) {
        return new Problem(
                ProblemCode.UNKNOWN_REFERENCE,
                pointer,
                "the pipeline \"" + plan.pipeline() + "\" calls the function \"" + call.function()
                        + "\", which is not here any more: its runs fail there with function-undefined",
                null);
    }
}
