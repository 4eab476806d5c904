package dev.krakenflow.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one stage. */
final class StageReader {
    private final CatchReader catches;
    private final RetryReader retries;
    private final Findings findings;

    StageReader(CatchReader catches, Findings findings) {
        this.catches = catches;
        this.retries = new RetryReader(findings);
        this.findings = findings;
    }

    StageDefinition read(Origin origin, Fields fields) {
        return new StageDefinition(
                origin,
                fields.any("condition"),
                fields.any("prepare"),
                FunctionReferences.read(fields),
                fields.any("transform"),
                remove(fields),
                fields.duration("timeout"),
                retries.reference(fields),
                catches.ofCall(fields),
                compensation(fields.fields("compensate")));
    }

    private List<String> remove(Fields fields) {
        return PlainTexts.read(fields, "remove", "a key to remove", findings).stream()
                .map(PlainText::text)
                .toList();
    }

    private @Nullable CompensationDefinition compensation(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.require("service");
        CompensationDefinition compensation = new CompensationDefinition(
                fields.pointer(),
                FunctionReferences.read(fields),
                fields.any("prepare"),
                fields.duration("timeout"),
                retries.reference(fields));
        fields.end();
        return compensation;
    }
}
