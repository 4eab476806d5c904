package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

/** Names one function of one service; both are found in {@link Plan#services}. */
public record FunctionCall(String service, String function) {
    public FunctionCall {
        requireNonNull(service);
        requireNonNull(function);
    }
}
