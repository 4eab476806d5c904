package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the scripts of the queue of casts, whose arguments are put one after another. */
final class CastScript {

    /** The arguments of one run, in their order. */
    static final class Arguments {

        private final List<byte[]> all = new ArrayList<>();

        Arguments add(String text) {
            return add(text.getBytes(UTF_8));
        }

        Arguments add(long number) {
            return add(Long.toString(number));
        }

        Arguments add(byte[] bytes) {
            all.add(bytes);
            return this;
        }

        /** {@code =} and the text; null: nothing. */
        Arguments addOptional(@Nullable String text) {
            return add(text == null ? "" : "=" + text);
        }
    }

    private static final List<String> KEYS = List.of(RedisKeys.CASTS);

    private final Script script;

    /** The script in the file of this name. */
    CastScript(String file) {
        this.script = Script.ofCasts(file);
    }

    static Arguments arguments() {
        return new Arguments();
    }

    /** Runs it once. */
    Uni<Response> run(PipelinedConnection connection, Arguments arguments) {
        return script.run(connection, KEYS, arguments.all.toArray(byte[][]::new));
    }

    /** Runs it, twice where it did not get the answer. */
    Uni<Response> runRepeatably(PipelinedConnection connection, Arguments arguments) {
        return script.runRepeatably(connection, KEYS, arguments.all.toArray(byte[][]::new));
    }
}
