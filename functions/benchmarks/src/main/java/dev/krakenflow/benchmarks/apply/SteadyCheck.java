package dev.krakenflow.benchmarks.apply;

import dev.krakenflow.benchmarks.calls.AnswerCheck;
import dev.krakenflow.benchmarks.http.Answer;
import dev.krakenflow.benchmarks.http.Exchange;

/** Checks the calls of the pipeline that never changes; it may be undefined for a while when that is said. */
final class SteadyCheck implements AnswerCheck {
    private static final String RIGHT = "{\"x\":4,\"y\":8}";

    private volatile boolean mayBeUndefined;
    private volatile int undefined;

    static Exchange call() {
        return Exchange.post("/pipelines/call/" + ManyPipelines.STEADY, "{\"x\":4}", answer -> true);
    }

    /** From now on the pipeline may be gone, or not any more. */
    void allowUndefined(boolean allowed) {
        mayBeUndefined = allowed;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    public boolean isRight(Answer answer, long sentAt) {
        String body = answer.body().toString();
        if (answer.status() == 404 && body.contains("\"pipeline-undefined\"")) {
            undefined++;
            return mayBeUndefined;
        }
        return answer.status() == 200 && body.equals(RIGHT);
    }

    /** How often it was undefined. */
    int undefined() {
        return undefined;
    }
}
