package dev.krakenflow.benchmarks.http;

/** What the connections of one load tell. Called on the generator's event loop alone. */
public interface Tally {

    /**
     * Takes a right answer.
     *
     * @param latency since the request was sent, in nanoseconds
     * @param now {@link System#nanoTime()} when the answer had come
     * @return whether the connection sends another request; else it ends
     */
    boolean goesOnAfter(Answer answer, long latency, long now);

    /** A connection has ended, as it was told to. */
    void connectionEnded();

    /** An answer was wrong, or a connection broke. */
    void fail(Throwable cause);
}
