package dev.krakenflow.function.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which of two syntaxes a caller would like an answer that can be JSON or YAML. Stateless, thread-safe. */
public final class MediaPreference {

    private static final Set<String> YAML = Set.of(
            "application/yaml",
            "application/x-yaml",
            "text/yaml",
            "text/x-yaml",
            "text/vnd.yaml",
            "application/vnd.oai.openapi");
    private static final Set<String> ANY = Set.of("*/*", "application/*");

    private MediaPreference() {}

    /**
     * Whether it is YAML: where the first media type of the header that is one of both is YAML.
     *
     * @param accept the header as it was sent; null: there was none, which means JSON
     */
    public static boolean isYaml(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        for (String range : accept.split(",", -1)) {
            String type = JsonBody.mediaType(range);
            if (YAML.contains(type) || type.endsWith("+yaml")) {
                return true;
            }
            if (ANY.contains(type) || JsonBody.isJson(type)) {
                return false;
            }
        }
        return false;
    }
}
