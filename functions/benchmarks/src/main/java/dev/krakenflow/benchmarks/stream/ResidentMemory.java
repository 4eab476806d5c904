package dev.krakenflow.benchmarks.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** What a process has in memory, as Linux tells it, looked at again and again. */
final class ResidentMemory implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Path status;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread watch;
    private volatile long most;

    /** Begins to look. */
    ResidentMemory(long process) {
        this.status = status(process);
        this.watch = Thread.ofPlatform().daemon().name("memory").start(this::look);
    }

    /** What a process has now, in MB. */
    static long megabytes(long process) {
        return kilobytes(status(process)) / 1024;
    }

    /** The most that was seen, in MB. */
    long mostMegabytes() {
        return most / 1024;
    }

    @Override
    public void close() {
        over.set(true);
        watch.interrupt();
    }

    private void look() {
        while (!over.get()) {
            most = Math.max(most, kilobytes(status));
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException closed) {
                return;
            }
        }
    }

    private static Path status(long process) {
        return Path.of("/proc", String.valueOf(process), "status");
    }

    private static long kilobytes(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
