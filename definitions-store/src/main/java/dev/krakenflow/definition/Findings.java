package dev.krakenflow.definition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is found about one definition: problems, and warnings beside them. Used by one thread. */
public final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /**
     * Adds a problem: the definition cannot be stored.
     *
     * @param message what is wrong and what was expected
     * @param hint the nearest right thing, if there is one
     */
    public void problem(ProblemCode code, String pointer, String message, @Nullable String hint) {
        problems.add(new Problem(code, pointer, message, hint));
    }

    /** Adds a problem without a hint. */
    public void problem(ProblemCode code, String pointer, String message) {
        problem(code, pointer, message, null);
    }

    /** Adds a warning: the definition is stored all the same. */
    public void warning(ProblemCode code, String pointer, String message, @Nullable String hint) {
        warnings.add(new Problem(code, pointer, message, hint));
    }

    /** Adds all that was found elsewhere. */
    public void addAll(List<Problem> moreProblems, List<Problem> moreWarnings) {
        problems.addAll(moreProblems);
        warnings.addAll(moreWarnings);
    }

    /** The problems so far, in the order they were found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The warnings so far, in the order they were found. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }
}
