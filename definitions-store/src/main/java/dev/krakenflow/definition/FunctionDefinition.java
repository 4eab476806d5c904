package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a service's interface, as it was written. What is null was not given.
 *
 * @param pointer JSON pointer into the service's definition
 * @param input schema of the args, perhaps in its short form
 * @param prepare template over the args
 * @param call literal options of the client
 * @param transform template over the client's result
 * @param output schema of the result
 * @param error template that makes a result of a failed call
 * @param timeout bounds one attempt
 * @param retry how often it is tried again; null: never
 * @param policies what protects it, beside what protects its whole service
 */
public record FunctionDefinition(
        String pointer,
        @Nullable JsonNode input,
        @Nullable JsonNode prepare,
        @Nullable ObjectNode call,
        @Nullable JsonNode transform,
        @Nullable JsonNode output,
        @Nullable JsonNode error,
        @Nullable Duration timeout,
        @Nullable RetryDefinition retry,
        PoliciesDefinition policies,
        @Nullable CacheDefinition cache) {
    public FunctionDefinition {
        requireNonNull(pointer);
        requireNonNull(policies);
    }
}
