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
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final int SECONDS = 30;

    /** What is reachable, in MB: a full collection comes before it is counted, and nothing in between. */
    double reachable() throws IOException {
        Matcher total = TOTAL.matcher(ask("GC.class_histogram"));
        if (!total.find()) {
            throw new IOException(TOOL + " does not tell how much of the heap is reachable");
        }
        return Long.parseLong(total.group(1)) / 1e6;
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
