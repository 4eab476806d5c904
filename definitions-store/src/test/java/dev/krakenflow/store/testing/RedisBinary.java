package dev.krakenflow.store.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * A {@code redis-server} that can be started.
 *
 * @param origin where it comes from, for the names of tests
 */
public record RedisBinary(String origin, Path path) {

    /** The one that the tests bring with them. */
    public static RedisBinary embedded() {
        try {
            Path folder = Files.createTempDirectory("kraken-redis-binary");
            folder.toFile().deleteOnExit();
            File binary = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
            binary.deleteOnExit();
            return new RedisBinary("embedded", binary.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one on the PATH of this machine, if there is one. */
    public static Optional<RedisBinary> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(binary -> new RedisBinary("installed", binary));
    }

    /** Every one that is there. */
    public static List<RedisBinary> all() {
        return Stream.concat(Stream.of(embedded()), installed().stream()).toList();
    }

    @Override
    public String toString() {
        return origin;
    }
}
