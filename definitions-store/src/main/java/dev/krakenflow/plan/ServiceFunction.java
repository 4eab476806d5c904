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
 */
public record ServiceFunction(
        @Nullable JsonNode input,
        @Nullable JsonNode prepare,
        ObjectNode call,
        @Nullable JsonNode transform,
        @Nullable JsonNode output,
        @Nullable JsonNode error,
        Duration timeout) {

    /** One attempt's timeout where the definition says nothing. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    public ServiceFunction {
        requireNonNull(call);
        requireNonNull(timeout);
    }
}
