package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds functions that a pipeline calls and a service does not have any more. */
final class LostFunctions {

    private LostFunctions() {}

    /**
     * A warning for each such call of these plans.
     *
     * @param places where definitions stand in the body: only their services count
     */
    static List<Problem> of(Map<String, Plan> plans, Map<RecordKey, String> places) {
        List<Problem> warnings = new ArrayList<>();
        for (Plan plan : plans.values()) {
            for (FunctionCall call : PlannedCalls.of(plan)) {
                String place = places.get(RecordKey.service(call.service()));
                if (place != null && isLost(plan, call)) {
                    warnings.add(warning(plan, call, place));
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
