package dev.krakenflow.function.aws.proof;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Kills a process when this JVM ends, however that ends, also when the process is stopped: a shell waits for the end of its
 * input, which is ours.
 */
final class Guard implements AutoCloseable {

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    static Guard of(Process process) throws IOException {
        return new Guard(new ProcessBuilder("sh", "-c", "cat; kill -9 \"$1\"", "guard", Long.toString(process.pid()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Guards no longer: the process has ended, and its number may be another's. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
