package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.compiler.HelperLibrary;
import dev.krakenflow.compiler.Linkage;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that others are linked with in one draft: as they will be where the draft changes them, else as they
 * are stored. Each is compiled once, however many use it. Used by one thread.
 */
final class LinkedDefinitions implements Linkage {

    private static final int MOST_HINTS = 100;

    private final Compilers compilers;
    private final Snapshot snapshot;
    private final Map<RecordKey, Optional<Change.Put>> changed = new HashMap<>();
    private final Map<String, Optional<Compilation.Compiled<Service>>> services = new HashMap<>();
    private final Map<String, Optional<HelperLibrary>> libraries = new HashMap<>();
    private final Map<String, Optional<PipelineDefinition>> pipelines = new HashMap<>();
    private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);
    private int hints;

    LinkedDefinitions(
            Compilers compilers, Snapshot snapshot, Collection<Change.Put> puts, Collection<RecordKey> deletes) {
        this.compilers = compilers;
        this.snapshot = snapshot;
        puts.forEach(put -> changed.put(put.key(), Optional.of(put)));
        deletes.forEach(key -> changed.put(key, Optional.empty()));
    }

    @Override
    public @Nullable Service service(String name) {
        return compiled(name).map(Compilation.Compiled::value).orElse(null);
    }

    /** A service with what is wrong about it now; empty when it is not defined. */
    Optional<Compilation.Compiled<Service>> compiled(String name) {
        Optional<Compilation.Compiled<Service>> known = services.get(name);
        if (known == null) {
            RecordKey key = RecordKey.service(name);
            known = definition(key).map(it -> compilers.relinkService(withArguments(name, it), isStarted(key), this));
            services.put(name, known);
        }
        return known;
    }

    @Override
    public @Nullable HelperLibrary helpers(String name) {
        return libraries
                .computeIfAbsent(name, it -> definition(RecordKey.helper(it)).map(compilers::library))
                .orElse(null);
    }

    @Override
    public @Nullable PipelineDefinition pipeline(String name) {
        return pipelines
                .computeIfAbsent(name, it -> definition(RecordKey.pipeline(it)).map(compilers::pipeline))
                .orElse(null);
    }

    @Override
    public Set<String> helperNames() {
        return hints(Kind.HELPERS);
    }

    @Override
    public Set<String> pipelineNames() {
        return hints(Kind.PIPELINES);
    }

    /** To find the nearest of many names takes its time: who names so much that is not there is told without. */
    private Set<String> hints(Kind kind) {
        hints++;
        return hints > MOST_HINTS ? Set.of() : names.computeIfAbsent(kind, this::names);
    }

    private Set<String> names(Kind kind) {
        Set<RecordKey> defined = snapshot.defined();
        changed.forEach((key, put) -> {
            if (put.isPresent()) {
                defined.add(key);
            } else {
                defined.remove(key);
            }
        });
        return defined.stream()
                .filter(key -> key.kind() == kind && !key.name().isEmpty())
                .map(RecordKey::name)
                .collect(Collectors.toSet());
    }

    private JsonNode withArguments(String service, JsonNode definition) {
        return definition(RecordKey.startArguments(service))
                .map(arguments -> StartArguments.over(definition, arguments))
                .orElse(definition);
    }

    private Optional<JsonNode> definition(RecordKey key) {
        Optional<Change.Put> change = changed.get(key);
        return change == null
                ? Optional.ofNullable(snapshot.find(key)).map(DefinitionRecord::definition)
                : change.map(Change.Put::definition);
    }

    private boolean isStarted(RecordKey key) {
        Optional<Change.Put> change = changed.get(key);
        return change == null
                ? Optional.ofNullable(snapshot.find(key))
                        .map(DefinitionRecord::started)
                        .orElse(false)
                : change.map(Change.Put::started).orElse(false);
    }
}
