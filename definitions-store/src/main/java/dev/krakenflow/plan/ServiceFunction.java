package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a service's interface: {@code input}, {@code prepare}, {@code call}, {@code transform}, {@code output},
 * {@code error}, in that order, all optional.
 *
 * @param input full JSON Schema 2020-12 of the args (a shorthand was expanded by the compiler)
 * @param prepare template over the args; null: the args go to the client as they are
 * @param call options of the client, literal
 * @param transform template over the client's result; null: that result
 * @param output full JSON Schema of the result
 * @param error template over the args, with {@code $error}: makes a result of a failed call; null: it is a failure
 * @param timeout bounds one attempt
 * @param idempotencyKey template over the args that gives a text: sent with every attempt of a call, so that the service
 *     knows it again; null: none
 * @param retry when a failed call is made again; null: never
 * @param policies what stands before its calls, beside that of its service
 * @param cache how long results are kept; null: not at all
 */
public record ServiceFunction(
        @Nullable JsonNode input,
        @Nullable JsonNode prepare,
        ObjectNode call,
        @Nullable JsonNode transform,
        @Nullable JsonNode output,
        @Nullable JsonNode error,
        Duration timeout,
        @Nullable JsonNode idempotencyKey,
        @Nullable Retry retry,
        CallPolicies policies,
        @Nullable Cache cache) {

    /** One attempt's timeout where the definition says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public ServiceFunction {
        requireNonNull(call);
        requireNonNull(timeout);
        requireNonNull(policies);
    }

    /** A function whose calls are made once, with nothing before them. */
    public ServiceFunction(
            @Nullable JsonNode input,
            @Nullable JsonNode prepare,
            ObjectNode call,
            @Nullable JsonNode transform,
            @Nullable JsonNode output,
            @Nullable JsonNode error,
            Duration timeout) {
        this(input, prepare, call, transform, output, error, timeout, null, null, CallPolicies.NONE, null);
    }
}
