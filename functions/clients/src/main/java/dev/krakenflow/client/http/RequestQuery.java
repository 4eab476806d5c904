package dev.krakenflow.client.http;

import dev.krakenflow.json.JsonNull;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The query of a request, from {@code params}. */
final class RequestQuery {

    private RequestQuery() {}

    /**
     * The encoded query with its question mark, or nothing when there are no params.
     *
     * @param params names to strings, numbers, booleans, null (sent empty) or lists of these (sent repeated)
     * @throws ArgumentProblem when a value is something else
     */
    static String of(Map<?, ?> params) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        params.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(element -> query.add(pair(String.valueOf(name), element)));
            } else {
                query.add(pair(String.valueOf(name), value));
            }
        });
        return query.toString();
    }

    private static String pair(String name, Object value) {
        String text = value == JsonNull.VALUE
                ? ""
                : Scalars.textOf(value)
                        .orElseThrow(() -> new ArgumentProblem(
                                "params." + name + " must be a string, a number, a boolean, null or a list of these"));
        return PercentEncoding.ofValue(name) + "=" + PercentEncoding.ofValue(text);
    }
}
