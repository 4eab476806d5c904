package dev.krakenflow.function.admin;

import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.TriggerDefinition;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds triggers of a pipeline that another one has, stopped or started. */
final class TakenTriggers {

    private TakenTriggers() {}

    /** A problem for each trigger of a definition that a stored pipeline has, or one before it in the body. */
    static List<Problem> of(ReadDefinitions<PipelineDefinition> all, int index, Snapshot snapshot) {
        List<Problem> taken = new ArrayList<>();
        for (TriggerDefinition trigger : all.reads().get(index).definition().triggers()) {
            String shape = trigger.shape();
            if (shape != null) {
                owner(shape, all, index, snapshot)
                        .ifPresent(owner -> taken.add(new Problem(
                                ProblemCode.DUPLICATE_TRIGGER,
                                trigger.pathPointer(),
                                "the pipeline \"" + owner + "\" has a trigger of this method and path already",
                                null)));
            }
        }
        return taken;
    }

    private static Optional<String> owner(
            String shape, ReadDefinitions<PipelineDefinition> all, int index, Snapshot snapshot) {
        for (int before = 0; before < index; before++) {
            if (has(all.reads().get(before).definition(), shape)) {
                return Optional.of(all.names().get(before));
            }
        }
        return snapshot.users(RecordKey.trigger(shape)).stream()
                .map(RecordKey::name)
                .filter(owner -> !all.names().contains(owner))
                .findFirst();
    }

    private static boolean has(PipelineDefinition definition, String shape) {
        return definition.triggers().stream().anyMatch(trigger -> shape.equals(trigger.shape()));
    }
}
