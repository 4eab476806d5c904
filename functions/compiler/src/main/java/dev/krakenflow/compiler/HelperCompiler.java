package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.compiler.Compilation.Compiled;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.HelperDefinition;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.expression.Expressions;

/** Compiles helper libraries. Finds all problems, never only the first. Thread-safe. */
public final class HelperCompiler {
    private final Expressions expressions;

    public HelperCompiler(Expressions expressions) {
        this.expressions = requireNonNull(expressions);
    }

    /** Compiles a definition that somebody sent. */
    public Compilation<HelperLibrary> compile(ReadDefinition<HelperDefinition> read) {
        Findings findings = new Findings();
        findings.addAll(read.problems(), read.warnings());
        FunctionChecks checks = new FunctionChecks(expressions, findings);
        checks.helpers(read.definition().functions(), "/functions");
        return Results.of(library(read.definition(), checks), read.document(), findings);
    }

    /** A stored definition, which was checked when it was sent. */
    public Compiled<HelperLibrary> relink(ReadDefinition<HelperDefinition> read) {
        Findings findings = new Findings();
        FunctionChecks checks = new FunctionChecks(expressions, findings);
        return Results.lenient(library(read.definition(), checks), read.document(), findings);
    }

    private static HelperLibrary library(HelperDefinition definition, FunctionChecks checks) {
        return new HelperLibrary(definition.name(), checks.sources(definition.functions()));
    }
}
