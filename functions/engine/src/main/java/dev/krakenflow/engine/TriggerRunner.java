package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.json.NumberText;
import dev.krakenflow.plan.HttpTrigger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answer of an HTTP trigger.
 *
 * @param status null: 200
 * @param headers null: none
 * @param body null: the event
 */
record TriggerRunner(
        @Nullable TemplateField status,
        @Nullable TemplateField headers,
        @Nullable TemplateField body) {
    static final String STEP = "response";

    private static final int SUCCESS = 200;
    private static final int LAST_STATUS = 599;
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");
    private static final Pattern NOT_IN_VALUES = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    /** Headers that say how an answer is sent, which is not the pipeline's business. */
    private static final Set<String> KEPT_FROM_PIPELINES =
            Set.of("connection", "content-length", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    static TriggerRunner of(HttpTrigger trigger, Fields fields) {
        return new TriggerRunner(
                fields.optional("response.status", trigger.status()),
                fields.optional("response.headers", trigger.responseHeaders()),
                fields.optional("response.body", trigger.body()));
    }

    /** @throws RunException {@code expression} */
    TriggerResponse response(Map<String, Object> event, Evaluation evaluation) {
        return new TriggerResponse(
                status == null ? SUCCESS : code(status, status.value(event, evaluation)),
                headers == null ? Map.of() : texts(headers, headers.object(event, evaluation)),
                body == null ? event : body.value(event, evaluation));
    }

    private static int code(TemplateField field, @Nullable Object value) {
        double number = value instanceof Number it ? it.doubleValue() : 0;
        if (number < SUCCESS || number > LAST_STATUS || number != Math.rint(number)) {
            String what = value instanceof Number ? "another number" : JsonKind.of(value);
            throw field.failure("must give a whole number from 200 to 599, it is " + what);
        }
        return (int) number;
    }

    private static Map<String, String> texts(TemplateField field, Map<String, Object> values) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(values.size());
        values.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || KEPT_FROM_PIPELINES.contains(name.toLowerCase(Locale.ROOT))) {
                throw field.failure("a name in it is none of a header that can be set");
            }
            texts.put(name, text(field, name, value));
        });
        return texts;
    }

    private static String text(TemplateField field, String name, Object value) {
        String text = switch (value) {
            case String it -> it;
            case Number it -> NumberText.of(it);
            case Boolean it -> it.toString();
            default ->
                throw field.failure(
                        "\"" + name + "\" must be a string, a number or a boolean, it is " + JsonKind.of(value));
        };
        if (NOT_IN_VALUES.matcher(text).find()) {
            throw field.failure("\"" + name + "\" must not hold a line break or another control character");
        }
        return text;
    }
}
