package dev.krakenflow.definition;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of components, and what to say of others. */
final class ComponentTypes {
    static final List<String> ALL = List.of(
            StageDefinition.TYPE,
            SwitchDefinition.TYPE,
            GotoPointDefinition.TYPE,
            GotoDefinition.TYPE,
            DoneDefinition.TYPE,
            DeadEndDefinition.TYPE,
            TbdDefinition.TYPE);

    private ComponentTypes() {}

    /** Reports a type that is not one of {@link #ALL}. */
    static void report(String type, String pointer, Findings findings) {
        String kebab = kebab(type);
        if (NotYet.COMPONENT_TYPE.has(kebab)) {
            findings.problem(
                    ProblemCode.UNKNOWN_TYPE, pointer, NotYet.message(kebab), type.equals(kebab) ? null : kebab);
        } else {
            @Nullable String nearest = ALL.contains(kebab) ? kebab : Nearest.to(type, ALL).orElse(null);
            findings.problem(
                    ProblemCode.UNKNOWN_TYPE,
                    pointer,
                    "there is no component type \"" + Shown.text(type) + "\"",
                    nearest);
        }
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
