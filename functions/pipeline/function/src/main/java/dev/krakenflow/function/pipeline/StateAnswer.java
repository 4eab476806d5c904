package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastState;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of an event, as its caster sees it: <code>{"status", "result"?, "problem"?}</code>. */
final class StateAnswer {

    private StateAnswer() {}

    /** The JSON object of a state. */
    static Map<String, Object> of(CastState state) {
        return switch (state) {
            case CastState.Pending pending -> Map.of("status", "pending");
            case CastState.Done done -> with("done", "result", done.json());
            case CastState.TooLarge large ->
                with("done", "problem", problem("the result has " + large.bytes() + " bytes, too many to be kept"));
            case CastState.Failed failed -> with("failed", "problem", failed.json());
            case CastState.Dead dead -> with("dead", "problem", dead.json());
        };
    }

    private static Map<String, Object> with(String status, String name, byte[] json) {
        if (json.length == 0) {
            return Map.of("status", status);
        }
        try {
            return with(status, name, JsonReader.read(json));
        } catch (MalformedJsonException tooDeep) {
            return with(status, "problem", problem("it is nested too deep to be shown"));
        }
    }

    private static Map<String, Object> with(String status, String name, Object value) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        answer.put(name, value);
        return answer;
    }

    private static Map<String, Object> problem(String detail) {
        return Failure.of(FailureCode.PAYLOAD_TOO_LARGE, detail).problem();
    }
}
