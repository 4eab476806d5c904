package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is defined, as a set that can be applied: what was there at one moment. Thread-safe. */
final class ExportOperation {

    private static final Position NOWHERE = new Position("", 0);
    private static final int TRIES = 5;

    private final DefinitionStore store;

    ExportOperation(DefinitionStore store) {
        this.store = store;
    }

    /** The set; fails with {@code conflict} when others never stop to change it. */
    Uni<Object> run() {
        return attempt(1);
    }

    private Uni<Object> attempt(int tries) {
        return position()
                .chain(before -> read().chain(set -> position().chain(after -> {
                    if (before.equals(after)) {
                        return Uni.createFrom().item(set);
                    }
                    return tries < TRIES ? attempt(tries + 1) : Uni.createFrom().failure(ExportOperation::conflict);
                })));
    }

    private Uni<Position> position() {
        return store.changesSince(NOWHERE).map(changes -> changes.position());
    }

    private Uni<Object> read() {
        return Uni.join()
                .all(
                        definitions(Kind.HELPERS),
                        definitions(Kind.SERVICES),
                        definitions(Kind.PIPELINES),
                        new ShowRoutes(store).run(OperationRequest.about(Kind.ROUTES, "")))
                .andFailFast()
                .map(sections -> {
                    Map<String, Object> set = new LinkedHashMap<>();
                    for (int i = 0; i < sections.size(); i++) {
                        set.put(DefinitionSetReader.KEYS.get(i), sections.get(i));
                    }
                    return set;
                });
    }

    /** Sorted by name. */
    private Uni<Object> definitions(Kind kind) {
        return store.names(kind)
                .map(names ->
                        names.stream().map(name -> new RecordKey(kind, name)).toList())
                .chain(keys -> store.read(keys).map(found -> {
                    List<Object> definitions = new ArrayList<>();
                    for (RecordKey key : keys) {
                        DefinitionRecord record = found.get(key);
                        if (record != null) {
                            definitions.add(JsonNodes.toValue(record.definition()));
                        }
                    }
                    return definitions;
                }));
    }

    private static RequestException conflict() {
        return RequestException.of(
                FailureCode.CONFLICT, "others kept changing the definitions while they were read; try again");
    }
}
