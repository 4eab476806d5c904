package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Defines pipelines, all of a body or none. */
final class DefinePipelines implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Compilers compilers;

    DefinePipelines(ConditionalWrite writes, Relinking relinking, Compilers compilers) {
        this.writes = writes;
        this.relinking = relinking;
        this.compilers = compilers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        ReadDefinitions<PipelineDefinition> definitions = ReadDefinitions.of(
                DefinitionBody.read(request.body()), compilers::readPipeline, PipelineDefinition::name);
        Set<RecordKey> keys = new LinkedHashSet<>();
        definitions.names().forEach(name -> keys.add(RecordKey.pipeline(name)));
        definitions.reads().forEach(read -> keys.addAll(uses(read)));
        return writes.write(Uni.createFrom().deferred(() -> {
            Snapshot snapshot = relinking.snapshot();
            return snapshot.read(keys).map(read -> draft(definitions, snapshot));
        }));
    }

    private Draft draft(ReadDefinitions<PipelineDefinition> definitions, Snapshot snapshot) {
        Inspection inspection = new Inspection();
        LinkedServices services = relinking.stored(snapshot);
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<Change.Put> puts = new ArrayList<>();
        for (int i = 0; i < definitions.reads().size(); i++) {
            ReadDefinition<PipelineDefinition> read = definitions.reads().get(i);
            String name = definitions.names().get(i);
            RecordKey key = RecordKey.pipeline(name);
            Compilation<Plan> compilation = compilers.compilePipeline(read, services.among(uses(read)));
            inspection.warnings(compilation.warnings(), definitions.body().pointer(i));
            switch (compilation) {
                case Compilation.Compiled<Plan> compiled -> plans.put(name, compiled.value());
                case Compilation.Rejected<Plan> rejected ->
                    inspection.problems(rejected.problems(), definitions.body().pointer(i));
            }
            puts.add(Puts.of(key, read.document().root(), snapshot.find(key), uses(read)));
        }
        inspection.problems(definitions.duplicates(), "");
        inspection.refuseProblems();
        Change change = new Change(snapshot.revisions(), Map.of(), puts, List.of(), plans);
        return new Draft(change, plans.keySet(), inspection.answer(definitions.ok()));
    }

    private static Set<RecordKey> uses(ReadDefinition<PipelineDefinition> read) {
        return read.definition().uses().services().stream()
                .map(RecordKey::service)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
