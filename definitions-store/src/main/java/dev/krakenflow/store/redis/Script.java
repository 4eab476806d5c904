package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script that runs in Redis, sent by its SHA-1 and whole only where Redis does not know it (the first time, after
 * a restart, on another node).
 */
final class Script {

    private final List<String> files;
    private volatile @Nullable Text text;

    /** What is sent; read when it is needed for the first time, as most processes need few of the scripts. */
    private record Text(String source, String sha) {}

    private Script(String... files) {
        this.files = List.of(files);
    }

    /** The script in the file of this name beside this class. */
    static Script of(String file) {
        return new Script(file);
    }

    /** One of the scripts of the queue of casts, behind what they have in common. */
    static Script ofCasts(String file) {
        return new Script("casts.lua", file);
    }

    /** Several may read it at the same time. */
    private Text text() {
        Text known = text;
        if (known == null) {
            String source = files.stream().map(Script::source).collect(Collectors.joining());
            known = new Text(source, sha1(source));
            text = known;
        }
        return known;
    }

    private static String source(String file) {
        try (InputStream in = Script.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it. All keys must be of one slot. */
    Uni<Response> run(PipelinedConnection connection, List<String> keys, List<String> arguments) {
        return run(
                connection,
                keys,
                arguments.stream()
                        .map(it -> it.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new));
    }

    /** As the other, with arguments that need not be text. */
    Uni<Response> run(PipelinedConnection connection, List<String> keys, byte[]... arguments) {
        return run(connection::send, keys, arguments);
    }

    /** As {@link #run}, for a script that may run twice: once more where {@link PipelinedConnection#read} would. */
    Uni<Response> runRepeatably(PipelinedConnection connection, List<String> keys, byte[]... arguments) {
        return run(
                request -> connection.read(List.of(request)).onItem().transform(answers -> answers.get(0)),
                keys,
                arguments);
    }

    private Uni<Response> run(Function<Request, Uni<Response>> connection, List<String> keys, byte[]... arguments) {
        Text script = text();
        return connection
                .apply(request(Command.EVALSHA, script.sha(), keys, arguments))
                .onFailure(failure -> StoreFailures.isReply(failure, "NOSCRIPT"))
                .recoverWithUni(() -> connection.apply(request(Command.EVAL, script.source(), keys, arguments)));
    }

    private static Request request(Command command, String script, List<String> keys, byte[]... arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        for (byte[] argument : arguments) {
            request.arg(argument);
        }
        return request;
    }

    private static String sha1(String source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of().formatHex(digest.digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
