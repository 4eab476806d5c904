package dev.krakenflow.aws.sqs;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which queues carry casts.
 *
 * @param queue URL of the one that invokes the pipeline function
 * @param dead URL of the one for what failed as often as it may; empty: the first one's redrive policy is left to find out
 * @param limit the most bytes of a message, and of a batch of them
 */
public record SqsSettings(String queue, Optional<String> dead, int limit) {
    public SqsSettings {
        requireNonNull(queue);
        requireNonNull(dead);
        if (limit < 1) {
            throw new IllegalArgumentException("a message has room for at least one byte");
        }
    }
}
