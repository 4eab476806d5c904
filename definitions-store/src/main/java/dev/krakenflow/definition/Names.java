package dev.krakenflow.definition;

import java.util.regex.Pattern;

/** Which names can be given. */
final class Names {
    private static final Pattern DEFINED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int LONGEST = 128;

    private Names() {}

    /** The name of a pipeline, a service or a helper library: what is defined under it is found in paths and keys. */
    static String ofDefinition(Fields fields, Findings findings) {
        fields.require("name");
        String name = fields.text("name");
        if (name != null && !isDefined(name)) {
            findings.problem(
                    ProblemCode.BAD_NAME,
                    fields.pointer("name"),
                    "a name has 1 to 128 letters, digits, dots, underscores and dashes, and begins with a letter or digit");
        }
        return name == null ? "" : name;
    }

    /** Whether something can be defined under this name. */
    static boolean isDefined(String name) {
        return DEFINED.matcher(name).matches();
    }

    /** Whether a component, a branch or a function can have this name. */
    static boolean isLocal(String name) {
        return !name.isEmpty() && name.length() <= LONGEST && name.chars().noneMatch(Character::isISOControl);
    }
}
