package dev.krakenflow.failure;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered when it refused a call: seen by definitions in {@code $error}, never in a problem that is
 * answered to a caller.
 *
 * @param status the HTTP status of the service's answer
 * @param headers its headers, names in lower case
 * @param body its body as a JSON value of {@code dev.krakenflow.json} or text; null when there was none
 */
public record Upstream(
        int status, Map<String, Object> headers, @Nullable Object body) {}
