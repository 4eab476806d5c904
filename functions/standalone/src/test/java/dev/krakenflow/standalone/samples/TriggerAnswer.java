package dev.krakenflow.standalone.samples;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a trigger is expected to answer.
 *
 * @param method how it is called
 * @param path where it is called
 * @param status of the answer
 * @param headers those that the answer must have, by name in lower case
 * @param body of the answer, a JSON value
 */
record TriggerAnswer(String method, String path, int status, Map<String, String> headers, Object body) {

    static TriggerAnswer of(Map<?, ?> json) {
        Map<String, String> headers = new HashMap<>();
        if (json.get("headers") instanceof Map<?, ?> written) {
            written.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return new TriggerAnswer(
                (String) json.get("method"),
                (String) json.get("path"),
                (int) json.get("status"),
                headers,
                Objects.requireNonNull(json.get("body")));
    }
}
