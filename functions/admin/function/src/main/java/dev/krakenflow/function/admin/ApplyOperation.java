package dev.krakenflow.function.admin;

import io.smallrye.mutiny.Uni;

/**
 * Applies a set of definitions as a whole: defines what is new or another, starts all of it, and deletes the rest if that
 * is asked for, in one write. Thread-safe.
 */
final class ApplyOperation {

    private final DefinitionSetReader reader;
    private final ApplyReading reading;
    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Leftovers leftovers;

    ApplyOperation(Compilers compilers, ConditionalWrite writes, Relinking relinking, Leftovers leftovers) {
        this.reader = new DefinitionSetReader(compilers);
        this.reading = new ApplyReading(relinking);
        this.writes = writes;
        this.relinking = relinking;
        this.leftovers = leftovers;
    }

    /**
     * Does it, or tells what it would do.
     *
     * @return the names by what happens to them; fails with {@code invalid-definition} when anything in the set is wrong,
     *     and with {@code payload-too-large} when there is too much of it
     */
    Uni<Object> run(ApplyRequest request) {
        DefinitionSet set = reader.read(DefinitionBody.document(request.body()));
        LargestWrite.check(set.members().size());
        Uni<Draft> draft = Uni.createFrom()
                .deferred(() -> reading.read(set, request.prune()))
                .map(snapshot -> new ApplyDraft(set, request, snapshot, relinking).work());
        return request.dryRun()
                ? writes.preview(draft)
                : writes.writeDraft(draft)
                        .call(written -> leftovers.forget(written.change().deletes()))
                        .map(Draft::answer);
    }
}
