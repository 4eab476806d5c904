package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.ReadDefinition;
import java.util.List;
import java.util.function.Function;

/**
 * The definitions of one body, read as far as they can be.
 *
 * @param body where they come from
 * @param reads in their order
 * @param names of the definitions, in their order; empty where one could not be read
 */
record ReadDefinitions<T>(DefinitionBody body, List<ReadDefinition<T>> reads, List<String> names) {

    static <T> ReadDefinitions<T> of(
            DefinitionBody body, Function<Document, ReadDefinition<T>> reader, Function<T, String> name) {
        List<ReadDefinition<T>> reads = body.documents().stream().map(reader).toList();
        return new ReadDefinitions<>(
                body,
                reads,
                reads.stream().map(read -> name.apply(read.definition())).toList());
    }

    /** What is answered as {@code ok}: the name, or the list of names. */
    Object ok() {
        return body.isList() ? names : names.get(0);
    }
}
