package dev.krakenflow.engine;

import dev.krakenflow.plan.Composer;
import org.jspecify.annotations.Nullable;

/**
 * Makes several events of one, or none, with a memo that others may want and change at the same time.
 *
 * @param function what is called; null when it only composes
 * @param preparesAgain whether other args can come of another memo
 */
record RememberingComposerRunner(
        Composer component,
        @Nullable ConditionField condition,
        @Nullable TemplateField prepare,
        boolean preparesAgain,
        @Nullable FunctionRunner function,
        ComposeField compose,
        MemoField memo,
        Backoff backoff,
        @Nullable Catches catches)
        implements ComponentRunner {

    @Override
    public int enter(Path path) {
        return new MemoVisit(this, path).start();
    }
}
