package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defines services, all of a body or none, and links the pipelines that use them anew in the same write. */
final class DefineServices implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Compilers compilers;

    DefineServices(ConditionalWrite writes, Relinking relinking, Compilers compilers) {
        this.writes = writes;
        this.relinking = relinking;
        this.compilers = compilers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        ReadDefinitions<ServiceDefinition> definitions = ReadDefinitions.of(
                DefinitionBody.read(request.body()), compilers::readService, ServiceDefinition::name);
        Set<RecordKey> keys = new LinkedHashSet<>();
        definitions.names().forEach(name -> keys.add(RecordKey.service(name)));
        return writes.write(relinking.readServices(keys).map(snapshot -> draft(definitions, snapshot)));
    }

    private Draft draft(ReadDefinitions<ServiceDefinition> definitions, Snapshot snapshot) {
        Inspection inspection = new Inspection();
        Map<RecordKey, @Nullable Service> services = new LinkedHashMap<>();
        List<Change.Put> puts = new ArrayList<>();
        for (int i = 0; i < definitions.reads().size(); i++) {
            RecordKey key = RecordKey.service(definitions.names().get(i));
            DefinitionRecord old = snapshot.find(key);
            ReadDefinition<ServiceDefinition> read = definitions.reads().get(i);
            Compilation<Service> compilation = compilers.compileService(read, old != null && old.started());
            inspection.warnings(compilation.warnings(), definitions.body().pointer(i));
            switch (compilation) {
                case Compilation.Compiled<Service> compiled -> services.put(key, compiled.value());
                case Compilation.Rejected<Service> rejected ->
                    inspection.problems(rejected.problems(), definitions.body().pointer(i));
            }
            puts.add(Puts.of(key, read.document().root(), old, Set.of()));
        }
        inspection.problems(definitions.duplicates(), "");
        inspection.refuseProblems();
        Map<String, Plan> plans = relinking.plans(snapshot, services);
        inspection.warnings(LostFunctions.of(plans, definitions), "");
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), puts, List.of(), plans);
        return new Draft(change, plans.keySet(), inspection.answer(definitions.ok()));
    }
}
