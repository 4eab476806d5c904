package dev.krakenflow.definition;

import java.util.List;
import java.util.Locale;
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
            TbdDefinition.TYPE);

    /** Types of older versions of Kraken and ALF whose work a composer does. */
    private static final Set<String> COMPOSERS = Set.of("clone", "decomposer", "recomposer", "broadcaster");

    private ComponentTypes() {}

    /** Reports a type that is not one of {@link #ALL}. */
    static void report(String type, String pointer, Findings findings) {
        String kebab = kebab(type);
        if (NotYet.COMPONENT_TYPE.has(kebab)) {
            findings.problem(
                    ProblemCode.UNKNOWN_TYPE, pointer, NotYet.message(kebab), type.equals(kebab) ? null : kebab);
        } else {
            findings.problem(
                    ProblemCode.UNKNOWN_TYPE,
                    pointer,
                    "there is no component type \"" + Shown.text(type) + "\"",
                    nearest(type, kebab));
        }
    }

    private static @Nullable String nearest(String type, String kebab) {
        if (ALL.contains(kebab)) {
            return kebab;
        }
        return COMPOSERS.contains(kebab)
                ? ComposerDefinition.TYPE
                : Nearest.to(type, ALL).orElse(null);
    }

    /** {@code GotoPoint}, {@code goto_point} and {@code Goto point} as {@code goto-point}. */
    private static String kebab(String type) {
        return Shown.text(type)
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }
}
