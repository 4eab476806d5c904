package dev.krakenflow.aws.sqs;

import java.util.List;
import java.util.Set;

/**
 * Messages of queues, as SQS has them. Every call blocks for at most some seconds and fails with {@code
 * StoreUnavailableException} when SQS does not answer in time or refuses. Thread-safe.
 */
interface SqsMessages {

    /** The most messages of one call. */
    int MOST = 10;

    /**
     * A message that was received, and that nobody else receives for a minute.
     *
     * @param handle names it to its queue
     */
    record Received(String handle, String body) {}

    /**
     * Sends messages.
     *
     * @param bodies at most {@link #MOST}
     * @return the indexes of those that are to be sent again
     */
    Set<Integer> send(String queue, List<String> bodies);

    /** At most {@link #MOST} messages; none: there are no more. */
    List<Received> receive(String queue);

    /** Deletes messages that were received, at most {@link #MOST}. */
    void delete(String queue, List<String> handles);

    /** Lets others have messages that were received, at most {@link #MOST}. */
    void release(String queue, List<String> handles);
}
