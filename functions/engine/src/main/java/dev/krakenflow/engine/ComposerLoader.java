package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Memo;
import org.jspecify.annotations.Nullable;

/** Makes the runners of composers. */
final class ComposerLoader {
    private static final String MEMO_VARIABLE = "$memo";

    private final ProgramScope scope;
    private final FunctionLoader functions;

    ComposerLoader(ProgramScope scope, FunctionLoader functions) {
        this.scope = scope;
        this.functions = functions;
    }

    /** @throws IllegalArgumentException when something in it cannot be compiled */
    ComponentRunner load(Composer composer) {
        Memo memo = composer.memo();
        FunctionCall call = composer.call();
        FunctionRunner function = call == null ? null : functions.load(call, null);
        if (memo == null) {
            Fields fields = scope.fields(composer);
            return new ComposerRunner(
                    composer,
                    fields.condition(composer.condition()),
                    fields.optional("prepare", composer.prepare()),
                    function,
                    compose(composer, fields),
                    scope.catches(composer));
        }
        Fields fields = scope.fields(composer, "memo");
        return new RememberingComposerRunner(
                composer,
                fields.condition(composer.condition()),
                fields.optional("prepare", composer.prepare()),
                function == null || mentionsMemo(composer.prepare()),
                function,
                compose(composer, fields),
                memo(composer, memo),
                new Backoff(scope.ports().random()),
                scope.catches(composer));
    }

    private static ComposeField compose(Composer composer, Fields fields) {
        return new ComposeField(
                fields.template(ComposeField.EVENTS, composer.events()),
                fields.optional(ComposeField.MEMO, composer.newMemo()));
    }

    private MemoField memo(Composer composer, Memo memo) {
        Fields fields = scope.fields(composer);
        return new MemoField(
                memo,
                new MemoKey(scope.pipeline(), composer.place().name(), null),
                fields.template(MemoSource.STEP, memo.initial()),
                fields.optional(MemoField.KEY, memo.key()));
    }

    /** Whether the args may depend on the memo: if not, nothing that others remember is a reason to call again. */
    private static boolean mentionsMemo(@Nullable JsonNode template) {
        return template != null && template.toString().contains(MEMO_VARIABLE);
    }
}
