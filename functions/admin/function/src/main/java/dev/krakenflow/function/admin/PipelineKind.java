package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.store.RecordKey;
import java.util.List;
import java.util.Set;

/** Pipelines: they use services, helpers and other pipelines, and claim the shapes of their triggers. */
record PipelineKind(Compilers compilers) implements DefinitionKind<PipelineDefinition> {

    @Override
    public RecordKey key(String name) {
        return RecordKey.pipeline(name);
    }

    @Override
    public boolean isStartedWhenNew() {
        return false;
    }

    @Override
    public ReadDefinition<PipelineDefinition> read(Document document) {
        return compilers.reader.pipeline(document);
    }

    @Override
    public String name(PipelineDefinition definition) {
        return definition.name();
    }

    @Override
    public Set<RecordKey> uses(PipelineDefinition definition) {
        Set<RecordKey> uses = UsedKeys.of(definition.uses());
        definition.triggers().forEach(trigger -> {
            String shape = trigger.shape();
            if (shape != null) {
                uses.add(RecordKey.trigger(shape));
            }
        });
        return uses;
    }

    @Override
    public Compilation<?> compile(ReadDefinition<PipelineDefinition> read, boolean started, Linkage linkage) {
        return compilers.pipelines.compile(read, linkage);
    }

    @Override
    public List<Problem> conflicts(PipelineDefinition definition, TakenTriggers taken) {
        return taken.claim(definition);
    }
}
