package dev.krakenflow.benchmarks.calls;

import dev.krakenflow.benchmarks.http.Answer;

/** Tells right answers from wrong ones. Called on the generator's event loop alone. */
@FunctionalInterface
public interface AnswerCheck {

    /**
     * Whether this is what a caller may expect.
     *
     * @param sentAt {@link System#nanoTime()} when the call was sent
     */
    boolean isRight(Answer answer, long sentAt);
}
