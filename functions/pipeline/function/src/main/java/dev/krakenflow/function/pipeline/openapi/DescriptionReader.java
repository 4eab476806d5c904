package dev.krakenflow.function.pipeline.openapi;

import dev.krakenflow.plan.PlanFormatException;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the store what there is to say of pipelines, each plan on its own and for nothing else: no engine loads it,
 * and no plan that runs makes room for it. Every {@code Uni} fails when the store does not answer. Thread-safe.
 */
final class DescriptionReader {

    private static final int READS_AT_ONCE = 16;

    private final DefinitionStore store;
    private final int mostBytes;

    /** @param mostBytes how large all descriptions may be together */
    DescriptionReader(DefinitionStore store, int mostBytes) {
        this.store = store;
        this.mostBytes = mostBytes;
    }

    /** What changed since something was read. */
    Uni<PipelineChanges> changesSince(DescribedPipelines known) {
        return store.changesSince(known.position());
    }

    /** What there is now. */
    Uni<DescribedPipelines> read() {
        return store.routing().chain(routing -> {
            Set<String> names = Set.copyOf(routing.triggers().values());
            return read(routing.position(), names, new DescriptionRoom(mostBytes), names);
        });
    }

    /** What there is now, where that was known and these are the changes: only what changed is read. */
    Uni<DescribedPipelines> read(DescribedPipelines known, PipelineChanges changes) {
        if (changes.everything()) {
            return read();
        }
        return names(known, changes).chain(names -> {
            DescriptionRoom room = new DescriptionRoom(mostBytes);
            Set<String> unread = known.toRead(names, changes.pipelines());
            known.described().forEach((name, description) -> {
                if (names.contains(name) && !unread.contains(name)) {
                    room.put(name, description);
                }
            });
            return read(changes.position(), names, room, unread);
        });
    }

    private Uni<Set<String>> names(DescribedPipelines known, PipelineChanges changes) {
        return changes.routing()
                ? store.routing().map(routing -> Set.copyOf(routing.triggers().values()))
                : Uni.createFrom().item(known.triggered());
    }

    private Uni<DescribedPipelines> read(
            Position position, Set<String> triggered, DescriptionRoom room, Set<String> unread) {
        return Multi.createFrom()
                .iterable(unread.stream().sorted().toList())
                .group()
                .intoLists()
                .of(READS_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(names -> read(names, room))
                .onItem()
                .ignoreAsUni()
                .map(done -> new DescribedPipelines(position, triggered, room.descriptions(), room.leftOut()));
    }

    /** Some of them at the same time; they find room in the order of their names. */
    private Uni<Void> read(List<String> names, DescriptionRoom room) {
        List<Uni<Optional<PipelineDescription>>> reads =
                names.stream().map(name -> read(name, room)).toList();
        return Uni.join()
                .all(reads)
                .andFailFast()
                .invoke(read -> {
                    for (int i = 0; i < names.size(); i++) {
                        String name = names.get(i);
                        read.get(i).ifPresent(description -> room.put(name, description));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Optional<PipelineDescription>> read(String name, DescriptionRoom room) {
        return store.load(name)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(DescriptionReader::describe)
                .onFailure(PlanFormatException.class)
                .recoverWithItem(() -> {
                    room.leaveOut(name);
                    return Optional.empty();
                });
    }

    private static Optional<PipelineDescription> describe(LivePlan live) {
        return Optional.ofNullable(live.plan()).filter(plan -> live.started()).map(PipelineDescription::of);
    }
}
