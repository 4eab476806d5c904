package dev.krakenflow.engine.composition;

import dev.krakenflow.engine.testing.ScriptedPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One component of a plan, and what it needs of the plan.
 *
 * @param component as text
 * @param plugged the pipelines that are plugged anywhere in it
 * @param services of all of it
 * @param end how it ends
 */
record Part(String component, Map<String, ScriptedPlan> plugged, String services, End end) {

    static Part of(Work work) {
        return new Part(work.component(), Map.of(), work.services(), work.end());
    }

    /** The same, in another component. */
    Part in(String around, End itsEnd) {
        return new Part(around.replace("X", component), plugged, services, itsEnd);
    }

    /** The same, in another pipeline. */
    Part plugged(String around, ScriptedPlan pipeline, End itsEnd) {
        String name = "p" + plugged.size();
        Map<String, ScriptedPlan> all = new LinkedHashMap<>(plugged);
        all.put(name, pipeline);
        return new Part(around.replace("X", name), all, services, itsEnd);
    }

    /** A plan with these components, {@code X} is this one. */
    ScriptedPlan plan(String... components) {
        String[] texts = new String[components.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = components[i].replace("X", component);
        }
        return completed(ScriptedPlan.of(texts));
    }

    /** The plan with what this needs of it. */
    ScriptedPlan completed(ScriptedPlan plan) {
        plugged.forEach(plan::plugs);
        return plan.services(services);
    }
}
