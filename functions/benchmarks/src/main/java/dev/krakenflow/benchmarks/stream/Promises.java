package dev.krakenflow.benchmarks.stream;

/** Says of each promise whether it was kept. */
final class Promises {
    private boolean kept = true;

    void check(boolean so, String what) {
        System.out.println((so ? "ok: " : "NOT SO: ") + what);
        kept &= so;
    }

    boolean kept() {
        return kept;
    }
}
