package dev.krakenflow.infra.terraform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The command {@code terraform}, where it is installed. */
final class TerraformCommand {
    private static final String NAME = "terraform";
    private static final int PATIENCE_SECONDS = 120;

    private TerraformCommand() {}

    /** Whether it is on the PATH. */
    static boolean isInstalled() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(it -> !it.isEmpty())
                .anyMatch(it -> Files.isExecutable(Path.of(it, NAME)));
    }

    /** What it prints, when it ends well. */
    static String run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(NAME));
        command.addAll(List.of(arguments));
        try {
            Path errors = Files.createTempFile("terraform", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + output + Files.readString(errors));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
