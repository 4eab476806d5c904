package dev.krakenflow.standalone.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A program of a sample, one file of Java, that serves what the sample's services call. It says {@code ready} when it
 * does, and ends when its input does: with {@link #close}, and however this process ends.
 */
final class SampleProgram implements AutoCloseable {

    private static final long START_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    private final Process process;

    private SampleProgram(Process process) {
        this.process = process;
    }

    /**
     * Starts a program, and waits until it is ready.
     *
     * @throws IllegalStateException when it is not: a port is taken, or there is no compiler in this Java
     */
    static SampleProgram start(Path source) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", source.toString())
                .redirectError(Redirect.INHERIT);
        try {
            SampleProgram program = new SampleProgram(builder.start());
            program.awaitReady(source);
            return program;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void awaitReady(Path source) {
        try {
            boolean ready = CompletableFuture.supplyAsync(this::firstLine)
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join()
                    .startsWith("ready");
            if (!ready) {
                throw new IllegalStateException(source + " does not say that it is ready");
            }
        } catch (CompletionException late) {
            process.destroyForcibly();
            throw new IllegalStateException(source + " was not ready in " + START_SECONDS + " s", late);
        }
    }

    /** Empty when the program ended before. */
    private String firstLine() {
        BufferedReader output = process.inputReader();
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException alreadyClosed) {
            process.destroyForcibly();
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
