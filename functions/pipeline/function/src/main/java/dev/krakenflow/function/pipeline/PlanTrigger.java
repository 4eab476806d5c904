package dev.krakenflow.function.pipeline;

import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Plan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A trigger of a plan, as requests need it.
 *
 * @param index in the plan's triggers
 * @param headers names of the headers that the pipeline may see although they are kept from others
 * @param parameters place of a segment → the parameter that it is
 */
record PlanTrigger(int index, Set<String> headers, Map<Integer, String> parameters) {

    /** The triggers of a plan by their shape. */
    static Map<String, PlanTrigger> of(Plan plan) {
        Map<String, PlanTrigger> triggers = new HashMap<>();
        for (int i = 0; i < plan.triggers().size(); i++) {
            HttpTrigger trigger = plan.triggers().get(i);
            triggers.put(
                    trigger.shape(), new PlanTrigger(i, Set.copyOf(trigger.headers()), parameters(trigger.path())));
        }
        return triggers;
    }

    /** The values of the parameters of the path, by name and in its order. */
    Map<String, Object> values(List<String> segments) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((place, name) -> values.put(name, segments.get(place)));
        return values;
    }

    private static Map<Integer, String> parameters(String path) {
        Map<Integer, String> parameters = new LinkedHashMap<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int place = 0; place < segments.length; place++) {
            if (segments[place].startsWith("{")) {
                parameters.put(place, segments[place].substring(1, segments[place].length() - 1));
            }
        }
        return parameters;
    }
}
