package dev.krakenflow.function.aws;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** What one of the functions does when somebody invokes it directly, who was allowed to by IAM. Thread-safe. */
@FunctionalInterface
public interface DirectInvocations {

    /**
     * Does what a message asks for.
     *
     * @return a JSON value; a failure ends the invocation as an error of the function
     */
    Uni<Object> invoke(Map<?, ?> message, TimeLeft time);
}
