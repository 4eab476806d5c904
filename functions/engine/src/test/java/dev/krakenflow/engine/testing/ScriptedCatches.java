package dev.krakenflow.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Compensation;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Raise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done with failures, as in definitions, but the {@code components} of a catch are the index of the first and the
 * index behind the last, and its {@code goto} is an index.
 */
final class ScriptedCatches {

    private ScriptedCatches() {}

    /** Under {@code catch}; {@code errors} are all unless given. */
    static List<Catch> catches(JsonNode json) {
        List<Catch> catches = new ArrayList<>();
        json.path("catch").forEach(it -> catches.add(new Catch(errors(it), action(it))));
        return catches;
    }

    private static List<String> errors(JsonNode json) {
        return json.has("errors") ? ScriptedPlan.texts(json.get("errors")) : List.of("*");
    }

    private static Catch.Action action(JsonNode json) {
        JsonNode list = json.get("components");
        if (list != null) {
            return new Catch.Components(list.get(0).asInt(), list.get(1).asInt());
        }
        return json.has("goto") ? new Catch.Goto(json.get("goto").asInt()) : new Catch.Transform(json.get("transform"));
    }

    /** Under {@code compensate}. */
    static @Nullable Compensation compensation(JsonNode stage) {
        JsonNode json = stage.get("compensate");
        FunctionCall call = json == null ? null : ScriptedPlan.call(json);
        return call == null
                ? null
                : new Compensation(
                        call,
                        json.get("prepare"),
                        ScriptedPlan.duration(json.get("timeout")),
                        ScriptedPolicies.retry(json.get("retry")));
    }

    static Raise raise(ObjectNode json, Place place, int next) {
        JsonNode error = json.get("error");
        return new Raise(
                place, next, json.get("condition"), error.get("type"), error.get("status"), error.get("detail"));
    }
}
