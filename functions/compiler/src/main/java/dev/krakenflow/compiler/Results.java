package dev.krakenflow.compiler;

import dev.krakenflow.compiler.Compilation.Compiled;
import dev.krakenflow.compiler.Compilation.Rejected;
import dev.krakenflow.definition.Document;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Problem;
import java.util.ArrayList;
import java.util.List;

/** How compiling ends, with what was found in document order. */
final class Results {
    private Results() {}

    /** A definition that somebody sent: any problem keeps it from being stored. */
    static <T> Compilation<T> of(T value, Document document, Findings findings) {
        List<Problem> warnings = document.inOrder(findings.warnings());
        return findings.problems().isEmpty()
                ? new Compiled<>(value, warnings)
                : new Rejected<>(document.inOrder(findings.problems()), warnings);
    }

    /** A definition that was stored because it was right then: what is wrong now is a warning. */
    static <T> Compiled<T> lenient(T value, Document document, Findings findings) {
        List<Problem> all = new ArrayList<>(findings.problems());
        all.addAll(findings.warnings());
        return new Compiled<>(value, document.inOrder(all));
    }
}
