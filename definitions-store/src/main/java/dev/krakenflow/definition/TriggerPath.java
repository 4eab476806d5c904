package dev.krakenflow.definition;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the path of a trigger: segments after a slash each, of which each is text, written as it is and not encoded, or
 * one parameter.
 */
final class TriggerPath {
    private static final int LONGEST = 512;
    private static final String EXAMPLE = "\"/orders/{id}\"";
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]{0,63})}");
    private static final Pattern TEXT = Pattern.compile("[^{}/\\\\?#%\"<>^`|\\s\\p{Cntrl}]+");

    private TriggerPath() {}

    /** Whether the path can be used; what is wrong with it is reported. */
    static boolean check(String path, String pointer, Findings findings) {
        String wrong = wrong(path);
        if (wrong != null) {
            findings.problem(ProblemCode.BAD_PATH, pointer, wrong, EXAMPLE);
            return false;
        }
        String first = path.substring(1).split("/", -1)[0];
        if (ReservedPaths.beginWith(first)) {
            findings.problem(
                    ProblemCode.RESERVED_NAME, pointer, "paths that begin with /" + first + " are the functions' own");
            return false;
        }
        return true;
    }

    private static @Nullable String wrong(String path) {
        if (!path.startsWith("/") || path.length() > LONGEST) {
            return "a path begins with a slash and has at most " + LONGEST + " characters";
        }
        if (path.equals("/")) {
            return null;
        }
        Set<String> parameters = new HashSet<>();
        for (String segment : path.substring(1).split("/", -1)) {
            Matcher parameter = PARAMETER.matcher(segment);
            if (parameter.matches() && !parameters.add(parameter.group(1))) {
                return "the parameter {" + parameter.group(1) + "} stands twice in the path";
            }
            if (!parameter.matches() && !isText(segment)) {
                return "between two slashes stands plain text, not encoded, or one {parameter}, not \""
                        + Shown.text(segment) + "\"";
            }
        }
        return null;
    }

    private static boolean isText(String segment) {
        return TEXT.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
    }
}
