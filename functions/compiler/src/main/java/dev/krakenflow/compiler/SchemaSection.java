package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.schema.Schema;
import dev.krakenflow.schema.SchemaFinding;
import dev.krakenflow.schema.SchemaShorthand;
import org.jspecify.annotations.Nullable;

/** Makes full schemas of those that definitions hold. */
final class SchemaSection {
    private final Findings findings;

    SchemaSection(Findings findings) {
        this.findings = findings;
    }

    /** The full schema; what is wrong with it is reported. Null where none was given. */
    @Nullable JsonNode compile(@Nullable JsonNode written, String pointer) {
        if (written == null) {
            return null;
        }
        if (!written.isObject() && !written.isBoolean()) {
            findings.problem(ProblemCode.WRONG_TYPE, pointer, "a schema is an object, not " + Shown.type(written));
            return null;
        }
        JsonNode full = SchemaShorthand.expand(written);
        for (SchemaFinding finding : Schema.check(full)) {
            String place = pointer + SchemaShorthand.written(written, finding.pointer());
            findings.problem(ProblemCode.BAD_SCHEMA, place, "this is no schema: " + finding.message());
        }
        return full;
    }
}
