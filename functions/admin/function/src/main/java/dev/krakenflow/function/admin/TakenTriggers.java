package dev.krakenflow.function.admin;

import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.TriggerDefinition;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds triggers of a pipeline that another one has, stopped or started: one that is stored, or one that was asked about
 * before. Used by one draft.
 */
final class TakenTriggers {

    private final Snapshot snapshot;
    private final Set<RecordKey> leaving;
    private final Map<String, String> owners = new HashMap<>();

    /** @param leaving what is written or deleted by the draft: its stored triggers keep nobody away */
    TakenTriggers(Snapshot snapshot, Set<RecordKey> leaving) {
        this.snapshot = snapshot;
        this.leaving = leaving;
    }

    /** A problem for each trigger that is taken; the others are taken from now on. */
    List<Problem> claim(PipelineDefinition definition) {
        List<Problem> taken = new ArrayList<>();
        Map<String, String> own = new HashMap<>();
        for (TriggerDefinition trigger : definition.triggers()) {
            String shape = trigger.shape();
            String owner = shape == null ? null : owner(shape);
            if (owner != null) {
                taken.add(new Problem(
                        ProblemCode.DUPLICATE_TRIGGER,
                        trigger.pathPointer(),
                        "the pipeline \"" + owner + "\" has a trigger of this method and path already",
                        null));
            } else if (shape != null) {
                own.put(shape, definition.name());
            }
        }
        owners.putAll(own);
        return taken;
    }

    private @Nullable String owner(String shape) {
        String before = owners.get(shape);
        return before != null
                ? before
                : snapshot.users(RecordKey.trigger(shape)).stream()
                        .filter(owner -> !leaving.contains(owner))
                        .map(RecordKey::name)
                        .findFirst()
                        .orElse(null);
    }
}
