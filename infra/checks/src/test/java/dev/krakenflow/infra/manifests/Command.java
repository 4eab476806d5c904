package dev.krakenflow.infra.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command of this machine. */
final class Command {
    private static final int PATIENCE_SECONDS = 60;

    private Command() {}

    /** Whether it is on the PATH. */
    static boolean isInstalled(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
    }

    /** What it prints when it is run in the folder {@code infra}, and ends well. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("command", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Manifests.INFRA.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            return output;
        } finally {
            Files.delete(errors);
        }
    }
}
