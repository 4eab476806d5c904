package dev.krakenflow.benchmarks;

/** What a command expected, said line by line, and whether all of it was so. Not thread-safe. */
public final class Verdict {
    private boolean allSo = true;

    /**
     * Prints what was found.
     *
     * @param so whether it is as it was promised
     */
    public void say(boolean so, String what) {
        System.out.println((so ? "ok: " : "NOT SO: ") + what.strip());
        allSo &= so;
    }

    /** For {@link System#exit}: 0 when everything was so, else 1. */
    public int exitCode() {
        return allSo ? 0 : 1;
    }
}
