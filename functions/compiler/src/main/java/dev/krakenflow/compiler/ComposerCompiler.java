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
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Memo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles composers. */
final class ComposerCompiler {
    private static final String MEMO = "memo";

    private final ServiceLinks services;
    private final Findings findings;

    ComposerCompiler(PipelineContext context) {
        this.services = context.services();
        this.findings = context.findings();
    }

    Composer compile(ComposerDefinition composer, ComponentSite outer, List<Catch> catches) {
        ComponentSite site = composer.memo() == null ? outer : outer.seeing(Scopes.withMemo(outer.variables()));
        site.condition(composer.condition());
        site.object(composer.prepare(), "prepare");
        if (composer.prepare() != null) {
            warnOfPlainMemo(composer.prepare(), site.pointer("prepare"));
        }
        site.templates().list(composer.events(), site.pointer("compose/events"), site.variables());
        site.templates().any(composer.newMemo(), site.pointer("compose/memo"), site.variables());
        FunctionCall call = services.link(composer.service(), site.pointer());
        // A composer without events was reported; the program it stands in is never run.
        JsonNode events = composer.events() == null ? JsonNodeFactory.instance.arrayNode() : composer.events();
        return new Composer(
                site.place(),
                site.next(),
                composer.condition(),
                composer.prepare(),
                call,
                events,
                composer.newMemo(),
                composer.memo() == null ? null : memo(composer.memo(), outer, isLeased(composer, call, site)),
                catches);
    }

    private boolean isLeased(ComposerDefinition composer, @Nullable FunctionCall call, ComponentSite site) {
        return call != null
                && !services.isRepeatable(call)
                && site.templates().uses(composer.prepare(), MEMO, site.variables());
    }

    private static Memo memo(MemoDefinition memo, ComponentSite site, boolean leased) {
        site.templates().any(memo.initial(), site.pointer("memo"), site.variables());
        site.templates().expression(memo.key(), site.pointer("memo_key"), site.variables());
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
