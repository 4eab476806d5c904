package dev.krakenflow.definition;

import org.jspecify.annotations.Nullable;

/** Reads {@code service} of a component: which function of which service it calls. */
final class FunctionReferences {
    private static final String KEY = "service";

    private FunctionReferences() {}

    /** Null when none is named, or when it could not be read. */
    static @Nullable FunctionReference read(Fields component) {
        Fields fields = component.fields(KEY);
        if (fields == null) {
            return null;
        }
        fields.require("name", "function");
        String name = fields.name("name");
        String function = fields.name("function");
        fields.end();
        return name == null || function == null ? null : new FunctionReference(name, function);
    }
}
