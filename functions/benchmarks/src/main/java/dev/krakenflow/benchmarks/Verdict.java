package dev.krakenflow.benchmarks;

import java.io.PrintStream;

/** What a command expected, said line by line, and whether all of it was so. Not thread-safe. */
public final class Verdict {
    private final PrintStream out;
    private boolean allSo = true;

    /** A verdict that is said here. */
    public Verdict(PrintStream out) {
        this.out = out;
    }

    /**
     * Says what was found.
     *
     * @param so whether it is as it was promised
     */
    public void say(boolean so, String what) {
        out.println((so ? "ok: " : "NOT SO: ") + what.strip());
        allSo &= so;
    }

    /** For {@link System#exit}: 0 when everything was so, else 1. */
    public int exitCode() {
        return allSo ? 0 : 1;
    }
}
