package dev.krakenflow.aws.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.MalformedJsonException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is in a secret: a JSON object of several, or a text. */
final class SecretText {

    private SecretText() {}

    /**
     * The texts of an object by their names; else the text by this name.
     *
     * @param name of what is no object
     */
    static Map<String, String> members(String text, String name) {
        Map<String, String> members = new LinkedHashMap<>();
        if (value(text) instanceof Map<?, ?> object) {
            object.forEach((key, value) -> {
                if (key instanceof String word && value instanceof String secret) {
                    members.put(word, secret);
                }
            });
        } else {
            members.put(name, text);
        }
        return members;
    }

    private static Object value(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            return JsonReader.read(text.getBytes(UTF_8));
        } catch (MalformedJsonException none) {
            return text;
        }
    }
}
