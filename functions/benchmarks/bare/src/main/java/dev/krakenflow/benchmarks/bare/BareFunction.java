package dev.krakenflow.benchmarks.bare;

import io.quarkus.funqy.Funq;

/** Without a function the extension of Funqy is not there at all. */
public final class BareFunction {

    /** Gives back what it got. */
    @Funq("echo")
    public String echo(String text) {
        return text;
    }
}
