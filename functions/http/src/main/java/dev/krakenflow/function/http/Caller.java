package dev.krakenflow.function.http;

/** By what a request that did not come over HTTP may have what it asks for. */
public enum Caller {
    /** By the token in its headers, as over HTTP. */
    WITH_TOKEN,
    /** The platform has let it in already: it knows who may invoke the function. */
    ADMITTED
}
