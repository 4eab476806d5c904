package dev.krakenflow.standalone.samples;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger is expected to answer.
 *
 * @param method how it is called
 * @param path where it is called
 * @param status of the answer
 * @param headers those that the answer must have, by name in lower case
 * @param body of the answer, a JSON value; null where the answer is the problem that the case expects
 */
record TriggerAnswer(
        String method,
        String path,
        int status,
        Map<String, String> headers,
        @Nullable Object body) {

    static TriggerAnswer of(Map<?, ?> json) {
        return new TriggerAnswer(
                (String) json.get("method"),
                (String) json.get("path"),
                (int) json.get("status"),
                SampleCase.headers(json.get("headers")),
                json.get("body"));
    }
}
