package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands under one key of a set.
 *
 * @param members the definitions, in their order
 * @param routes the table, where this is the section of routes
 * @param problems with what is no definition of its own
 * @param warnings about what is no definition of its own
 */
record SetSection(
        List<SetMember<?>> members, @Nullable Document routes, List<Problem> problems, List<Problem> warnings) {

    SetSection {
        members = List.copyOf(members);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    static SetSection of(List<SetMember<?>> members) {
        return new SetSection(members, null, List.of(), List.of());
    }

    static SetSection refused(Problem problem) {
        return new SetSection(List.of(), null, List.of(problem), List.of());
    }
}
