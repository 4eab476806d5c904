package dev.krakenflow.benchmarks.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of another JVM of this user, asked by the tool {@code jcmd} of this one.
 *
 * @param process the JVM's
 */
record Heap(long process) {
    private static final Path TOOL = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Pattern USED = Pattern.compile("heap\\s+total.*used (\\d+)K");
    private static final int SECONDS = 30;

    /** What is in use after a collection, in MB; twice, so that what the first one let go of is gone. */
    double usedAfterCollection() throws IOException {
        ask("GC.run");
        ask("GC.run");
        Matcher used = USED.matcher(ask("GC.heap_info"));
        if (!used.find()) {
            throw new IOException(TOOL + " does not tell how much of the heap is used");
        }
        return Long.parseLong(used.group(1)) / 1_024.0;
    }

    private String ask(String command) throws IOException {
        Process tool = new ProcessBuilder(TOOL.toString(), Long.toString(process), command)
                .redirectErrorStream(true)
                .start();
        try {
            String answer = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!tool.waitFor(SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new IOException(TOOL + " " + command + ": " + answer);
            }
            return answer;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            tool.destroyForcibly();
        }
    }
}
