package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.Upstream;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What services fail with. */
public final class ScriptedFailures {

    private ScriptedFailures() {}

    /** An answer with this status. */
    public static ClientException http(int status) {
        return http(status, Map.of());
    }

    public static ClientException http(int status, Map<String, Object> headers) {
        Failure failure = Failure.ofUpstream(new Upstream(status, headers, null), "the service answered " + status);
        return ClientException.inCall(failure, null);
    }

    public static ClientException of(FailureCode code) {
        return ClientException.inCall(Failure.of(code, "as scripted"), null);
    }

    /**
     * What a function of {@link ScriptedClients} does that fails some times.
     *
     * @param then the answer after that; null: none ever comes
     */
    public static Function<Object, Uni<Object>> then(@Nullable Object then, Throwable... failures) {
        Queue<Throwable> left = new ArrayDeque<>(List.of(failures));
        return args -> {
            Throwable next = left.poll();
            if (next != null) {
                return Uni.createFrom().failure(next);
            }
            return then == null ? Uni.createFrom().nothing() : Uni.createFrom().item(then);
        };
    }
}
