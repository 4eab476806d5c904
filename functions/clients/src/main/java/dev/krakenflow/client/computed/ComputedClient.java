package dev.krakenflow.client.computed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientFunction;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The functions of one service, compiled.
 *
 * @param functions by the names of {@code start.functions}
 */
record ComputedClient(Map<String, Template> functions) implements ServiceClient {
    ComputedClient {
        functions = Map.copyOf(functions);
    }

    /** The function that {@code call.function} names, or, without that, the one of the same name. */
    @Override
    public ClientFunction function(String name, ObjectNode call) {
        String wanted = call.path("function").asText(name);
        Template function = functions.get(wanted);
        if (function != null) {
            return new ComputedFunction(function);
        }
        Failure failure = Failure.of(FailureCode.FUNCTION_UNDEFINED, "start.functions has no " + wanted);
        return (args, context) -> Uni.createFrom().failure(() -> ClientException.inCall(failure, null));
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().voidItem();
    }
}
