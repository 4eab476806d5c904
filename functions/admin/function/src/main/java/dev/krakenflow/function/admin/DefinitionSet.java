package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.store.RecordKey;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A set of definitions that are applied as a whole, read as far as it can be. Immutable. */
final class DefinitionSet {

    private final List<SetSection> sections;
    private final List<SetMember<?>> members;
    private final Set<RecordKey> keys = new TreeSet<>();

    /** @param sections in the order written */
    DefinitionSet(List<SetSection> sections) {
        this.sections = List.copyOf(sections);
        this.members = sections.stream()
                .<SetMember<?>>flatMap(section -> section.members().stream())
                .toList();
        members.stream()
                .map(SetMember::key)
                .filter(key -> !key.name().isEmpty())
                .forEach(keys::add);
    }

    /** In the order written. */
    List<SetSection> sections() {
        return sections;
    }

    /** The definitions of all sections, in the order written. */
    List<SetMember<?>> members() {
        return members;
    }

    /** The names of the definitions, those that could be read; sorted. */
    Set<RecordKey> keys() {
        return Collections.unmodifiableSet(keys);
    }

    /** The table of routes; nothing where the set leaves it as it is. */
    Optional<Document> routes() {
        return sections.stream()
                .map(SetSection::routes)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
