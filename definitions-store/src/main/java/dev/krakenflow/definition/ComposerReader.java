package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one composer. */
final class ComposerReader {
    private static final String MEMO = "memo";
    private static final String KEY = "memo_key";
    private static final String TTL = "memo_ttl";
    private static final String SCOPE = "memo_scope";
    private static final List<String> SCOPES = List.of("pipeline", "invocation");

    private final CatchReader catches;
    private final Findings findings;

    ComposerReader(CatchReader catches, Findings findings) {
        this.catches = catches;
        this.findings = findings;
    }

    ComposerDefinition read(Origin origin, Fields fields) {
        fields.require("compose");
        Fields compose = fields.fields("compose");
        JsonNode events = null;
        JsonNode newMemo = null;
        if (compose != null) {
            compose.require("events");
            events = compose.any("events");
            newMemo = compose.any(MEMO);
            compose.end();
        }
        return new ComposerDefinition(
                origin,
                fields.any("condition"),
                fields.any("prepare"),
                FunctionReferences.read(fields),
                events,
                newMemo,
                memo(fields, newMemo != null),
                catches.ofCall(fields));
    }

    private @Nullable MemoDefinition memo(Fields fields, boolean remembers) {
        JsonNode initial = fields.any(MEMO);
        JsonNode key = fields.any(KEY);
        Duration ttl = fields.duration(TTL, Fields.LONGEST_KEPT);
        MemoDefinition.Scope scope = scope(fields);
        if (initial != null) {
            requireName(fields);
            return new MemoDefinition(initial, key, ttl, scope);
        }
        Stream.of(KEY, TTL, SCOPE)
                .filter(given -> fields.any(given) != null)
                .findFirst()
                .ifPresent(given -> findings.problem(
                        ProblemCode.MISSING_KEY,
                        fields.pointer(),
                        given + " needs a memo: the key \"memo\" is missing"));
        if (remembers) {
            findings.warning(
                    ProblemCode.MISSING_KEY,
                    fields.pointer("compose") + "/memo",
                    "nothing is remembered, because the composer has no memo",
                    "\"memo\": null");
        }
        return null;
    }

    private void requireName(Fields fields) {
        if (fields.any("name") == null) {
            findings.problem(
                    ProblemCode.MISSING_KEY,
                    fields.pointer(),
                    "a composer with a memo needs a name, under which the memo is kept");
        }
    }

    private static MemoDefinition.Scope scope(Fields fields) {
        return "invocation".equals(fields.oneOf(SCOPE, SCOPES))
                ? MemoDefinition.Scope.INVOCATION
                : MemoDefinition.Scope.PIPELINE;
    }
}
