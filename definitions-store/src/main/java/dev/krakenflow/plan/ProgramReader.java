package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ProgramWriter} wrote; fails with {@link IllegalArgumentException} when it is anything else. */
final class ProgramReader {
    private static final String CONDITION = "condition";
    private static final String PREPARE = "prepare";

    private ProgramReader() {}

    static Program program(JsonNode json) {
        List<Component> components = new ArrayList<>();
        json.forEach(component -> components.add(component(component)));
        return new Program(components);
    }

    private static Component component(JsonNode json) {
        Place place = new Place(
                PlanFields.text(json, "name"), PlanFields.text(json, "pointer"), PlanFields.names(json, "helpers"));
        int next = PlanFields.integer(json, "next");
        String type = PlanFields.text(json, "type");
        return switch (type) {
            case "stage" -> stage(json, place, next);
            case "switch" -> aSwitch(json, place, next);
            case "composer" -> composer(json, place, next);
            case "plug" -> plug(json, place, next);
            case "parallel" -> FanOutReader.parallel(json, place, next);
            case "map" -> FanOutReader.mapping(json, place, next);
            case "raise" ->
                new Raise(
                        place,
                        next,
                        json.get(CONDITION),
                        PlanFields.present(json, "code"),
                        json.get("status"),
                        json.get("detail"));
            case "goto-point" -> new GotoPoint(place, next);
            case "goto" -> new Goto(place, next, json.get(CONDITION), PlanFields.integer(json, "target"));
            case "done" -> new Done(place, next, json.get(CONDITION));
            case "dead-end" -> new DeadEnd(place, next);
            case "tbd" -> new Tbd(place, next);
            default -> throw new IllegalArgumentException("unknown component type " + type);
        };
    }

    private static Stage stage(JsonNode json, Place place, int next) {
        return new Stage(
                place,
                next,
                json.get(CONDITION),
                json.get(PREPARE),
                optionalCall(json),
                json.get("transform"),
                PlanFields.names(json, "remove"),
                PlanFields.optionalDuration(json, "timeout"),
                PolicyReader.retry(json),
                PolicyReader.catches(json),
                PolicyReader.compensation(json));
    }

    private static Switch aSwitch(JsonNode json, Place place, int next) {
        Map<String, Integer> branches = new LinkedHashMap<>();
        JsonNode written = json.path("branches");
        written.fieldNames().forEachRemaining(branch -> branches.put(branch, PlanFields.integer(written, branch)));
        return new Switch(place, next, PlanFields.present(json, CONDITION), json.get(PREPARE), branches);
    }

    private static Composer composer(JsonNode json, Place place, int next) {
        return new Composer(
                place,
                next,
                json.get(CONDITION),
                json.get(PREPARE),
                optionalCall(json),
                PlanFields.present(json, "events"),
                json.get("new_memo"),
                json.has("memo") ? memo(json.path("memo")) : null,
                PolicyReader.catches(json));
    }

    private static Memo memo(JsonNode json) {
        return new Memo(
                PlanFields.present(json, "initial"),
                json.get("key"),
                PlanFields.optionalDuration(json, "ttl"),
                Memo.Scope.valueOf(PlanFields.text(json, "scope").toUpperCase(Locale.ROOT)),
                PlanFields.present(json, "leased").booleanValue());
    }

    private static Plug plug(JsonNode json, Place place, int next) {
        return new Plug(
                place,
                next,
                json.get(CONDITION),
                PlanFields.text(json, "pipeline"),
                json.get(PREPARE),
                json.get("transform"),
                PlanFields.optionalDuration(json, "timeout"),
                PolicyReader.catches(json));
    }

    private static @Nullable FunctionCall optionalCall(JsonNode json) {
        JsonNode call = json.get("call");
        return call == null ? null : call(call);
    }

    static FunctionCall call(JsonNode json) {
        return new FunctionCall(PlanFields.text(json, "service"), PlanFields.text(json, "function"));
    }
}
