package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.ComposerDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.MemoDefinition;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Memo;
import dev.krakenflow.plan.Place;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles composers. */
final class ComposerCompiler {
    private static final String MEMO = "memo";

    private final ServiceLinks services;
    private final Findings findings;

    ComposerCompiler(ServiceLinks services, Findings findings) {
        this.services = services;
        this.findings = findings;
    }

    /** @param templates the checks of the composer's place */
    Composer compile(ComposerDefinition composer, Place place, int next, TemplateChecks templates) {
        String pointer = place.pointer();
        Set<String> variables = composer.memo() == null ? Scopes.RUN : Scopes.MEMO;
        templates.condition(composer.condition(), pointer + "/condition", variables);
        templates.object(composer.prepare(), pointer + "/prepare", variables);
        if (composer.prepare() != null) {
            warnOfPlainMemo(composer.prepare(), pointer + "/prepare");
        }
        templates.list(composer.events(), pointer + "/compose/events", variables);
        templates.any(composer.newMemo(), pointer + "/compose/memo", variables);
        FunctionCall call = services.link(composer.service(), pointer);
        // A composer without events was reported; the program it stands in is never run.
        JsonNode events = composer.events() == null ? JsonNodeFactory.instance.arrayNode() : composer.events();
        Memo memo = composer.memo() == null ? null : memo(composer.memo(), composer, call, place, templates);
        return new Composer(
                place, next, composer.condition(), composer.prepare(), call, events, composer.newMemo(), memo);
    }

    private Memo memo(
            MemoDefinition memo,
            ComposerDefinition composer,
            @Nullable FunctionCall call,
            Place place,
            TemplateChecks templates) {
        templates.any(memo.initial(), place.pointer() + "/memo", Scopes.RUN);
        templates.expression(memo.key(), place.pointer() + "/memo_key", Scopes.RUN);
        boolean leased =
                call != null && !services.isRepeatable(call) && templates.uses(composer.prepare(), MEMO, Scopes.MEMO);
        return new Memo(memo.initial(), memo.key(), memo.ttl(), scope(memo.scope()), leased);
    }

    private static Memo.Scope scope(MemoDefinition.Scope scope) {
        return switch (scope) {
            case PIPELINE -> Memo.Scope.PIPELINE;
            case INVOCATION -> Memo.Scope.INVOCATION;
        };
    }

    /** In Kraken the text {@code "memo"} is the memo. */
    private void warnOfPlainMemo(JsonNode prepare, String pointer) {
        if (prepare instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                warnOfPlainMemo(member.getValue(), Pointers.member(pointer, member.getKey()));
            }
        } else if (prepare instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                warnOfPlainMemo(array.get(i), Pointers.element(pointer, i));
            }
        } else if (prepare.isTextual() && prepare.textValue().equals(MEMO)) {
            findings.warning(
                    ProblemCode.KRAKEN_ONLY, pointer, "\"memo\" is a plain text here, not the memo", "{% $memo %}");
        }
    }
}
