package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonSequence;
import dev.krakenflow.json.JsonSequenceForm;
import io.vertx.core.MultiMap;
import java.util.Map;

/** A streamed body as JSON values. */
public final class StreamedJson {

    private static final Map<String, JsonSequenceForm> FORMS = Map.of(
            "application/x-ndjson", JsonSequenceForm.VALUES,
            "application/ndjson", JsonSequenceForm.VALUES,
            "application/jsonl", JsonSequenceForm.VALUES,
            "application/x-jsonlines", JsonSequenceForm.VALUES,
            "application/json-seq", JsonSequenceForm.RECORDS);

    private StreamedJson() {}

    /**
     * What reads the values of a body with these headers, each within the bound of a body that is read whole. A body
     * without a content type counts as JSON: the elements of one list, or values.
     *
     * @throws RequestException {@code unsupported-media-type}
     */
    public static JsonSequence of(MultiMap headers) {
        String type = headers.get("content-type");
        return new JsonSequence(type == null ? JsonSequenceForm.LIST_OR_VALUES : form(type), BodyReader.LIMIT);
    }

    private static JsonSequenceForm form(String type) {
        String mediaType = JsonBody.mediaType(type);
        JsonSequenceForm form = FORMS.get(mediaType);
        if (form != null) {
            return form;
        }
        if (JsonBody.isJson(mediaType)) {
            return JsonSequenceForm.LIST_OR_VALUES;
        }
        throw RequestException.of(
                FailureCode.UNSUPPORTED_MEDIA_TYPE,
                "send JSON or NDJSON, with the content type application/json or application/x-ndjson");
    }
}
