package dev.krakenflow.benchmarks.cold;

import dev.krakenflow.benchmarks.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the images train: their script, and the flags that they start the JVM with. */
final class Training {
    private static final Path IMAGES =
            Path.of("..", "..", "infra", "images").toAbsolutePath().normalize();

    /** How many events the script sends, about. */
    static final int EVENTS = 6;

    private Training() {}

    /** The flags of the images, as an argument of the command {@code java}. */
    static String flags() {
        return "@" + IMAGES.resolve("java.options");
    }

    /** Trains the pipeline function as the image does; what the script says goes to {@code training.log}. */
    static void ofThePipelineFunction(Path cache) throws IOException {
        Files.createDirectories(ServerProcess.FOLDER);
        Path log = ServerProcess.FOLDER.resolve("training.log");
        ProcessBuilder script = new ProcessBuilder(List.of(
                IMAGES.resolve("train").toString(), "pipeline", app("pipeline"), app("admin"), cache.toString()));
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int code = exitCode(
                script.redirectErrorStream(true).redirectOutput(log.toFile()).start());
        if (code != 0) {
            throw new IOException("the training failed; see " + log);
        }
    }

    private static String app(String function) {
        return Path.of("..", function, "app", "target", "quarkus-app")
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
