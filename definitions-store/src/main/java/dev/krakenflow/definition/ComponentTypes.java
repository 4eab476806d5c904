package dev.krakenflow.definition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of components, and what to say of others. */
final class ComponentTypes {
    static final List<String> ALL = List.of(
            StageDefinition.TYPE,
            SwitchDefinition.TYPE,
            ComposerDefinition.TYPE,
            PlugDefinition.TYPE,
            GotoPointDefinition.TYPE,
            GotoDefinition.TYPE,
            DoneDefinition.TYPE,
            DeadEndDefinition.TYPE,
            TbdDefinition.TYPE,
            ParallelDefinition.TYPE,
            MapDefinition.TYPE,
            RaiseDefinition.TYPE);

    /** Types of older versions of Kraken and ALF whose work a composer does. */
    private static final Set<String> COMPOSERS = Set.of("clone", "decomposer", "recomposer", "broadcaster");

    private ComponentTypes() {}

    /** Reports a type that is not one of {@link #ALL}. */
    static void report(String type, String pointer, Findings findings) {
        findings.problem(
                ProblemCode.UNKNOWN_TYPE,
                pointer,
                "there is no component type \"" + Shown.text(type) + "\"",
                nearest(type));
    }

    private static @Nullable String nearest(String type) {
        String kebab = KebabCase.of(type);
        if (ALL.contains(kebab)) {
            return kebab;
        }
        return COMPOSERS.contains(kebab)
                ? ComposerDefinition.TYPE
                : Nearest.to(type, ALL).orElse(null);
    }
}
