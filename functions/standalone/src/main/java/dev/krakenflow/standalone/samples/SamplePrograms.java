package dev.krakenflow.standalone.samples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The programs of samples: started at the same time, and ended with {@link #close} or with this process. */
final class SamplePrograms implements AutoCloseable {

    private final Map<Path, CompletableFuture<SampleProgram>> starting = new LinkedHashMap<>();
    private final List<SampleProgram> running = new ArrayList<>();

    private SamplePrograms() {}

    /** Begins to start programs, each a file of Java. */
    static SamplePrograms start(List<Path> sources) {
        SamplePrograms programs = new SamplePrograms();
        sources.forEach(source -> programs.starting.put(
                source, CompletableFuture.supplyAsync(() -> SampleProgram.start(source), Thread::startVirtualThread)));
        return programs;
    }

    /** Waits until each program is ready, or has failed; gives the reasons of those that have. */
    Map<Path, String> await() {
        Map<Path, String> failed = new LinkedHashMap<>();
        starting.forEach((source, program) -> {
            try {
                running.add(program.join());
            } catch (CompletionException reason) {
                Throwable cause = reason.getCause() == null ? reason : reason.getCause();
                failed.put(source, String.valueOf(cause.getMessage()));
            }
        });
        starting.clear();
        return failed;
    }

    /** Those that are not ready yet end with this process at the latest. */
    @Override
    public void close() {
        for (CompletableFuture<SampleProgram> late : starting.values()) {
            // One that fails has nothing to end.
            var unused = late.thenAccept(SampleProgram::close);
        }
        running.forEach(SampleProgram::close);
        running.clear();
    }
}
