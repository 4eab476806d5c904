package dev.krakenflow.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A compiled JSON Schema 2020-12 whose {@code format} is asserted. Validation is bounded in steps, time, depth, findings
 * and the work of each regular expression, so that neither a schema nor a value can make it hang. Thread-safe.
 */
public interface Schema {

    /** More findings than these are not listed. */
    int MAX_FINDINGS = 100;

    /**
     * What in a value does not match.
     *
     * @param value a JSON value of {@code dev.krakenflow.json}
     * @return the findings in the order they were met; empty when the value matches
     */
    List<SchemaFinding> validate(Object value);

    /**
     * Compiles a full schema ({@link SchemaShorthand} makes one of the short form). Nothing is ever fetched.
     *
     * @throws IllegalArgumentException when it is no schema; {@link #check} says more
     */
    static Schema compile(JsonNode schema) {
        return NetworkntSchema.compile(schema);
    }

    /**
     * What is wrong with a full schema: with its keywords, its dialect, or its references, which must stay inside it.
     *
     * @return findings with pointers into the schema; empty when {@link #compile} takes it
     */
    static List<SchemaFinding> check(JsonNode schema) {
        return SchemaCheck.check(schema);
    }
}
