package dev.krakenflow.aws.sqs;

import java.util.ArrayList;
import java.util.List;

/** Messages in batches that SQS takes: so many, and together so many bytes. */
final class Batches {

    private Batches() {}

    /**
     * The messages in their order.
     *
     * @param limit the most bytes of a batch, which no message has more of
     */
    static List<List<String>> of(List<String> bodies, int limit) {
        List<List<String>> batches = new ArrayList<>();
        List<String> batch = new ArrayList<>();
        int bytes = 0;
        for (String body : bodies) {
            int size = MessageText.size(body);
            boolean full = batch.size() == SqsMessages.MOST || bytes + size > limit;
            if (full && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(body);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }
}
