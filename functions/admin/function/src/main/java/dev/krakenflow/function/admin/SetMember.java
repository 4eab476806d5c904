package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One definition of a set, read as far as it can be.
 *
 * @param pointer where it stands in the body
 * @param key its name is empty when it could not be read
 * @param uses what it names, and what it claims
 */
record SetMember<D>(
        DefinitionKind<D> kind, String pointer, ReadDefinition<D> read, RecordKey key, Set<RecordKey> uses) {

    static <D> SetMember<D> of(DefinitionKind<D> kind, String pointer, ReadDefinition<D> read) {
        D definition = read.definition();
        return new SetMember<>(kind, pointer, read, kind.key(kind.name(definition)), kind.uses(definition));
    }

    /** The definition as it was written. */
    JsonNode json() {
        return read.document().root();
    }

    /** What applying it does to what is stored. */
    Fate fate(@Nullable DefinitionRecord stored) {
        if (stored == null) {
            return Fate.CREATED;
        }
        return stored.started() && SameDefinition.are(stored.definition(), json()) ? Fate.UNCHANGED : Fate.CHANGED;
    }

    /** Whether what uses it is linked with something else than before: plans say whether a service is started. */
    boolean isNewToItsUsers(@Nullable DefinitionRecord stored) {
        return switch (fate(stored)) {
            case CREATED -> true;
            case CHANGED ->
                key.kind() == Kind.SERVICES || stored == null || !SameDefinition.are(stored.definition(), json());
            case UNCHANGED, DELETED -> false;
        };
    }

    /** As it stands behind the write: started. */
    Change.Put put(@Nullable DefinitionRecord stored) {
        long version = stored == null ? 1 : Puts.instead(stored, json(), uses).version();
        return new Change.Put(key, json(), true, version, uses);
    }

    /**
     * Compiles it with the others.
     *
     * @param anew whether it must be; otherwise it is only checked beside the others
     */
    void compile(BodyCompilation compilation, boolean anew) {
        if (anew) {
            compilation.compile(kind, read, true, pointer);
        } else {
            compilation.passOver(kind, read, pointer);
        }
    }
}
