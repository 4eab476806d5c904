package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.HelperDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.store.RecordKey;
import java.util.Set;

/** Helper libraries: they use nothing, and are always started. */
record HelperKind(Compilers compilers) implements DefinitionKind<HelperDefinition> {

    @Override
    public RecordKey key(String name) {
        return RecordKey.helper(name);
    }

    @Override
    public boolean isStartedWhenNew() {
        return true;
    }

    @Override
    public ReadDefinition<HelperDefinition> read(Document document) {
        return compilers.reader.helper(document);
    }

    @Override
    public String name(HelperDefinition definition) {
        return definition.name();
    }

    @Override
    public Set<RecordKey> uses(HelperDefinition definition) {
        return Set.of();
    }

    @Override
    public Compilation<?> compile(ReadDefinition<HelperDefinition> read, boolean started, Linkage linkage) {
        return compilers.helpers.compile(read);
    }
}
