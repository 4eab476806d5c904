package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.HelperReference;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the helper libraries that a definition names. */
final class HelperLinks {
    private final Linkage linkage;
    private final Findings findings;

    HelperLinks(Linkage linkage, Findings findings) {
        this.linkage = linkage;
        this.findings = findings;
    }

    /**
     * What is visible where these libraries are named, inside of what sees others already. A library that is not defined
     * is a problem, and so is one that has a function of the name of another's.
     */
    VisibleHelpers link(VisibleHelpers outer, List<HelperReference> references) {
        if (references.isEmpty()) {
            return outer;
        }
        List<String> libraries = new ArrayList<>(outer.libraries());
        Map<String, String> functions = new LinkedHashMap<>(outer.functions());
        for (HelperReference reference : references) {
            HelperLibrary library = linkage.helpers(reference.library());
            if (library == null) {
                reportUnknown(reference);
            } else if (!libraries.contains(library.name())) {
                libraries.add(library.name());
                add(library, reference, functions);
            }
        }
        return new VisibleHelpers(libraries, functions);
    }

    private void add(HelperLibrary library, HelperReference reference, Map<String, String> functions) {
        library.functions().forEach((name, source) -> {
            if (functions.putIfAbsent(name, source) != null) {
                findings.problem(
                        ProblemCode.DUPLICATE_NAME,
                        reference.pointer(),
                        "another helper library that can be seen here has a function $" + name + " too");
            }
        });
    }

    private void reportUnknown(HelperReference reference) {
        findings.problem(
                ProblemCode.UNKNOWN_REFERENCE,
                reference.pointer(),
                "the helper library \"" + Shown.text(reference.library()) + "\" is not defined",
                Nearest.to(reference.library(), linkage.helperNames()).orElse(null));
    }
}
