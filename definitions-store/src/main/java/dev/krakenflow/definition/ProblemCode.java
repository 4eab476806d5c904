package dev.krakenflow.definition;

import java.util.Locale;

/** The kinds of findings of the reader and the compiler, as callers see them in {@code problems} and {@code warnings}. */
public enum ProblemCode {
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    BAD_VALUE,
    BAD_EXPRESSION,
    PARTIAL_EXPRESSION,
    UNKNOWN_FUNCTION,
    UNKNOWN_TYPE,
    UNKNOWN_REFERENCE,
    DUPLICATE_NAME,
    RESERVED_NAME,
    GOTO_CROSSES_BRANCH,
    COMPOSER_IN_BRANCH,
    COMPOSER_AFTER_COMPENSATE,
    PLUG_CYCLE,
    BAD_DURATION,
    BAD_SCHEMA,
    BAD_NAME,
    BAD_PATH,
    DUPLICATE_TRIGGER,
    KRAKEN_ONLY,
    /** Only a warning: a placeholder is in the pipeline. */
    TO_BE_DONE,
    /** Only a warning: a secret stands in the definition as it is. */
    LITERAL_SECRET;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code in kebab-case. */
    public String code() {
        return code;
    }
}
