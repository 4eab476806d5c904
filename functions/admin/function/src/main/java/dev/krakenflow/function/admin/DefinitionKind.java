package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.RecordKey;
import java.util.List;
import java.util.Set;

/**
 * What is special about defining services, pipelines or helpers. Thread-safe.
 *
 * @param <D> the definition as it was written
 */
interface DefinitionKind<D> {

    RecordKey key(String name);

    /** Whether a new one is started. */
    boolean isStartedWhenNew();

    ReadDefinition<D> read(Document document);

    /** The name; empty when it could not be read. */
    String name(D definition);

    /** What the definition names, and what it claims. */
    Set<RecordKey> uses(D definition);

    /** A pipeline is compiled to its {@link Plan}. */
    Compilation<?> compile(ReadDefinition<D> read, boolean started, Linkage linkage);

    /** What other definitions, of the same body or stored, do not leave to this one. */
    default List<Problem> conflicts(D definition, TakenTriggers taken) {
        return List.of();
    }
}
