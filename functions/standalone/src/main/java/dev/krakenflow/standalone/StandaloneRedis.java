package dev.krakenflow.standalone;

import dev.krakenflow.standalone.redis.EmbeddedRedis;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Redis of this process: one that the user runs, or an embedded one. Thread-safe. */
final class StandaloneRedis implements AutoCloseable {

    private final URI url;
    private final @Nullable EmbeddedRedis embedded;

    private StandaloneRedis(URI url, @Nullable EmbeddedRedis embedded) {
        this.url = url;
        this.embedded = embedded;
    }

    /**
     * Starts an embedded Redis unless there is a URL.
     *
     * @param data the folder in which an embedded one keeps its data, unless it is ephemeral
     */
    static StandaloneRedis of(Optional<String> url, boolean ephemeral, Path data) {
        if (url.isPresent()) {
            return new StandaloneRedis(URI.create(url.get()), null);
        }
        EmbeddedRedis embedded = ephemeral ? EmbeddedRedis.ephemeral() : EmbeddedRedis.in(data);
        return new StandaloneRedis(URI.create(embedded.url()), embedded);
    }

    /** Where it is; may hold a password. */
    URI url() {
        return url;
    }

    /** What can be shown of it. */
    String description() {
        return embedded == null ? url.getHost() + ":" + url.getPort() : embedded.description();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
