package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;

/** Reports keys that an object lacks, where only what could be read of the object is known. */
final class MissingKeys {
    private MissingKeys() {}

    /** Reports that a key is missing, unless it is there with a value of a wrong type, which was reported already. */
    static void report(String pointer, Findings findings, String key) {
        String place = Pointers.member(pointer, key);
        boolean isThere = findings.problems().stream()
                .anyMatch(it ->
                        it.code() == ProblemCode.WRONG_TYPE && it.pointer().equals(place));
        if (!isThere) {
            findings.problem(ProblemCode.MISSING_KEY, pointer, "the key \"" + key + "\" is missing");
        }
    }
}
