package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.DocumentReader;
import dev.krakenflow.definition.MalformedDefinitionException;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.RequestException;
import java.util.List;
import java.util.Set;

/**
 * What was sent to be defined: one definition, or a list of them that is defined as a whole.
 *
 * @param isList whether it was a list
 * @param documents the definitions, in their order
 */
record DefinitionBody(boolean isList, List<Document> documents) {

    private static final Set<String> YAML =
            Set.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/vnd.yaml");
    private static final DocumentReader READER = new DocumentReader();

    DefinitionBody {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a body as JSON or YAML, by its media type; without one it counts as JSON.
     *
     * @throws RequestException {@code unsupported-media-type}, {@code malformed-json} or {@code payload-too-large}
     */
    static DefinitionBody read(OperationBody body) {
        Document document = document(body);
        if (document.root().isArray()) {
            LargestWrite.check(document.root().size());
            return new DefinitionBody(true, document.elements());
        }
        return new DefinitionBody(false, List.of(document));
    }

    /** Where a definition stands in the body, as the beginning of a JSON pointer. */
    String pointer(int index) {
        return isList ? "/" + index : "";
    }

    /** Whether a media type is YAML, by itself or as the syntax of another one. */
    static boolean isYaml(String mediaType) {
        return YAML.contains(mediaType) || mediaType.endsWith("+yaml");
    }

    /**
     * Reads a body whole, as JSON or YAML.
     *
     * @throws RequestException {@code unsupported-media-type} or {@code malformed-json}
     */
    static Document document(OperationBody body) {
        String mediaType = JsonBody.mediaType(body.mediaType());
        try {
            if (mediaType.isEmpty() || JsonBody.isJson(mediaType)) {
                return READER.json(body.bytes());
            }
            if (isYaml(mediaType)) {
                return READER.yaml(body.bytes());
            }
        } catch (MalformedDefinitionException malformed) {
            throw RequestException.of(FailureCode.MALFORMED_JSON, String.valueOf(malformed.getMessage()));
        }
        throw RequestException.of(FailureCode.UNSUPPORTED_MEDIA_TYPE, "send application/json or application/yaml");
    }
}
