package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.schema.Schema;
import dev.krakenflow.schema.SchemaFinding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A schema under {@code input} or {@code output}, and the failure of a value that does not match it. */
record SchemaField(String key, FailureCode code, Schema schema) {
    static final String INPUT = "input";
    static final String OUTPUT = "output";

    /** Compiles the schema of what comes in; null when the definition has none. */
    static @Nullable SchemaField input(@Nullable JsonNode schema) {
        return schema == null ? null : new SchemaField(INPUT, FailureCode.INVALID_INPUT, Schema.compile(schema));
    }

    /** Compiles the schema of what goes out; null when the definition has none. */
    static @Nullable SchemaField output(@Nullable JsonNode schema) {
        return schema == null ? null : new SchemaField(OUTPUT, FailureCode.INVALID_OUTPUT, Schema.compile(schema));
    }

    /** @throws RunException {@code invalid-input} or {@code invalid-output} with every finding */
    void check(Object value) {
        List<SchemaFinding> findings = schema.validate(value);
        if (!findings.isEmpty()) {
            throw mismatch(findings);
        }
    }

    private RunException mismatch(List<SchemaFinding> findings) {
        String detail = findings.stream()
                .map(finding -> finding.pointer() + ": " + finding.message())
                .collect(Collectors.joining("\n"));
        List<Map<String, String>> errors = findings.stream()
                .map(finding -> Map.of("pointer", finding.pointer(), "message", finding.message()))
                .toList();
        return failure(key, Failure.of(code, detail).with("errors", errors));
    }

    /** A failure of {@code input} or {@code output}. */
    static RunException failure(String key, Failure failure) {
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(key)), null);
    }
}
