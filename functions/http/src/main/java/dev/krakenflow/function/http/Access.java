package dev.krakenflow.function.http;

/** Who may ask for something. */
public enum Access {
    /** Anybody: nothing but health. */
    OPEN,
    /** Callers of pipelines: anybody, unless the data side has a token. */
    DATA,
    /** Only who has the admin token; nobody where none is configured. */
    ADMIN
}
