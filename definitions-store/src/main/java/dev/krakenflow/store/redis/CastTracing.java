package dev.krakenflow.store.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The tracing headers of a caster as one word, without spaces. */
final class CastTracing {

    private CastTracing() {}

    static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> RedisKeys.word(header.getKey()) + "=" + RedisKeys.word(header.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> headers(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : text.split("&")) {
            int equals = header.indexOf('=');
            headers.put(RedisKeys.name(header.substring(0, equals)), RedisKeys.name(header.substring(equals + 1)));
        }
        return headers;
    }
}
