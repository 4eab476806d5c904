package dev.krakenflow.standalone.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** Finds a server: the one that this machine has, else the one that the library of the embedded Redis ships. */
final class RedisBinary {

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");

    private RedisBinary() {}

    /** The first server on a search path such as the environment's {@code PATH}. */
    static Optional<Path> onPath(String searchPath) {
        return NAMES.stream()
                .flatMap(name -> folders(searchPath).map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Stream<Path> folders(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(part -> !part.isBlank())
                .map(Path::of);
    }

    /** The shipped server, unpacked into a folder. */
    static Path unpacked(Path folder) throws IOException {
        Files.createDirectories(folder);
        return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    }
}
