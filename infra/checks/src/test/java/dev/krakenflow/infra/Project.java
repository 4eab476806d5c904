package dev.krakenflow.infra;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this project are. */
public final class Project {

    /** The folder that all others are in. */
    public static final Path ROOT = root();

    private Project() {}

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
