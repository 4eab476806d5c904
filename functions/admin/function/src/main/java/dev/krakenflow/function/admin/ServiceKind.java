package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.store.RecordKey;
import java.util.Set;

/** Services: they use helpers, and pipelines may miss a function that is gone. */
record ServiceKind(Compilers compilers) implements DefinitionKind<ServiceDefinition> {

    @Override
    public RecordKey key(String name) {
        return RecordKey.service(name);
    }

    @Override
    public boolean isStartedWhenNew() {
        return false;
    }

    @Override
    public ReadDefinition<ServiceDefinition> read(Document document) {
        return compilers.reader.service(document);
    }

    @Override
    public String name(ServiceDefinition definition) {
        return definition.name();
    }

    @Override
    public Set<RecordKey> uses(ServiceDefinition definition) {
        return UsedKeys.of(definition.uses());
    }

    @Override
    public Compilation<?> compile(ReadDefinition<ServiceDefinition> read, boolean started, Linkage linkage) {
        return compilers.services.compile(read, started, linkage);
    }
}
