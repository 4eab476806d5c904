package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Plans as bytes and back: JSON with a {@code format} number in front. The same plan always gives the same bytes, so
 * that their {@link PlanHash} is its name. Written by hand, without the reflection of a mapper, because a function
 * reads its first plan in a cold process. Thread-safe.
 */
public final class PlanCodec {

    /** The format that {@link #encode} writes; raised when a reader of the format before could misunderstand it. */
    public static final int FORMAT = 2;

    private static final String FORMAT_KEY = "format";

    /** The bytes of a plan, UTF-8. */
    public byte[] encode(Plan plan) {
        ObjectNode json = JsonTree.object();
        json.put(FORMAT_KEY, FORMAT);
        new PlanWriter(json).write(plan);
        return JsonTree.write(json);
    }

    /**
     * The plan that was encoded.
     *
     * @throws PlanFormatException when the bytes are no plan, or when a newer version wrote them in a format that this
     *     one does not know
     */
    public Plan decode(byte[] encoded) {
        JsonNode json = parse(encoded);
        JsonNode format = json.path(FORMAT_KEY);
        if (!format.isInt()) {
            throw new PlanFormatException("this is no plan: it has no format", null);
        }
        if (format.intValue() > FORMAT || format.intValue() < 1) {
            throw new PlanFormatException(
                    "the plan has format " + format.intValue() + ", this version reads formats up to " + FORMAT
                            + ": update the function that reads it, or define the pipeline again with an older one",
                    null);
        }
        try {
            return PlanReader.plan(json);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PlanFormatException("this is no plan: " + e.getMessage(), e);
        }
    }

    private static JsonNode parse(byte[] encoded) {
        try {
            return JsonTree.read(encoded);
        } catch (IOException e) {
            throw new PlanFormatException("this is no plan: it is not JSON", e);
        }
    }
}
