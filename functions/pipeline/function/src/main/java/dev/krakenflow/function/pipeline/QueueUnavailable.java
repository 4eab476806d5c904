package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.StoreUnavailableException;

/** The failure {@code queue-unavailable}: why no events are taken at the moment. */
final class QueueUnavailable {

    private QueueUnavailable() {}

    /** It, where what failed is the store; else what failed. */
    static Throwable orSame(Throwable failure) {
        return failure instanceof StoreUnavailableException ? away() : failure;
    }

    /** The queue does not answer. */
    static RequestException away() {
        return because("the queue does not answer; it may have taken what was sent");
    }

    /** Nobody would run the events. */
    static RequestException noConsumer() {
        return because("no process is there that runs what is cast");
    }

    /** There is no room. */
    static RequestException full() {
        return because("too many events of this pipeline wait or are dead");
    }

    private static RequestException because(String detail) {
        return RequestException.of(FailureCode.QUEUE_UNAVAILABLE, detail);
    }
}
