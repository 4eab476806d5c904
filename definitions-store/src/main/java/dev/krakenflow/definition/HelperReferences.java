package dev.krakenflow.definition;

import java.util.List;

/** Reads {@code helpers}: a list of names. */
final class HelperReferences {
    private HelperReferences() {}

    static List<HelperReference> read(Fields fields, Findings findings) {
        return PlainTexts.read(fields, "helpers", "the name of a helper library", findings).stream()
                .map(name -> new HelperReference(name.text(), name.pointer()))
                .toList();
    }
}
