package dev.krakenflow.store.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private static final Path EXTRACTED =
            Path.of("target", "embedded-redis", "redis-server").toAbsolutePath();

    /** The one that the tests bring with them, unpacked once into the build folder of the module. */
    public static RedisBinary embedded() {
        if (!Files.isExecutable(EXTRACTED)) {
            extract();
        }
        return new RedisBinary("embedded", EXTRACTED);
    }

    private static void extract() {
        try {
            Files.createDirectories(EXTRACTED.getParent());
            Path folder = Files.createTempDirectory(EXTRACTED.getParent(), "unpacked");
            Path binary = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .toPath();
            // Another JVM may be doing the same; a move is whole or not at all.
            Files.move(binary, EXTRACTED, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(folder);
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
