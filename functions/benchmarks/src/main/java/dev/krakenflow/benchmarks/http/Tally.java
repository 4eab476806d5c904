package dev.krakenflow.benchmarks.http;

/** What the connections of one load tell. Called on the generator's event loop alone. */
public interface Tally {

    /** The connection sends nothing more. */
    long END = -1;

    /**
     * Takes a right answer.
     *
     * @param latency since the request was sent, in nanoseconds
     * @param now {@link System#nanoTime()} when the answer had come
     * @return milliseconds after which the connection sends its next request, 0 for at once; or {@link #END}
     */
    long pauseAfter(Answer answer, long latency, long now);

    /** A connection has ended, as it was told to. */
    void connectionEnded();

    /** An answer was wrong, or a connection broke. */
    void fail(Throwable cause);
}
