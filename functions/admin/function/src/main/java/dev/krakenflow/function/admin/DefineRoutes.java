package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.Routes;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Defines the table of routes in place of the one before. The pipelines that routes lead to need not be there. */
final class DefineRoutes implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Compilers compilers;

    DefineRoutes(ConditionalWrite writes, Relinking relinking, Compilers compilers) {
        this.writes = writes;
        this.relinking = relinking;
        this.compilers = compilers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        Document document = DefinitionBody.document(request.body());
        ReadDefinition<Routes> read = compilers.reader.routes(document);
        Inspection inspection = new Inspection();
        inspection.problems(document.inOrder(read.problems()), "");
        inspection.warnings(document.inOrder(read.warnings()), "");
        inspection.refuseProblems();
        Object answer = inspection.answer(RecordKey.ROUTES.name());
        return writes.write(Uni.createFrom()
                .deferred(() -> relinking.readAlone(Set.of(RecordKey.ROUTES)))
                .map(snapshot -> draft(document, snapshot, answer)));
    }

    private static Draft draft(Document document, Snapshot snapshot, Object answer) {
        DefinitionRecord old = snapshot.find(RecordKey.ROUTES);
        Change.Put put = old == null
                ? new Change.Put(RecordKey.ROUTES, document.root(), true, 1, Set.of())
                : Puts.instead(old, document.root(), Set.of());
        return new Draft(new Change(snapshot.revisions(), Map.of(), List.of(put), List.of(), Map.of()), answer);
    }
}
