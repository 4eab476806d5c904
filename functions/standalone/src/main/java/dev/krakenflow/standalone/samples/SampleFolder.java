package dev.krakenflow.standalone.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of samples: <code>&lt;sample&gt;/definitions/{services,pipelines}/&lt;name&gt;.{json,yaml}</code> and
 * <code>&lt;sample&gt;/cases/&lt;case&gt;/event.json</code>.
 */
record SampleFolder(Path root) {

    /** The files that define things of a kind ({@code services}, {@code pipelines}), over all samples. */
    List<Path> definitions(String kind) {
        return samples().stream()
                .flatMap(sample -> list(sample.resolve("definitions").resolve(kind)).stream())
                .filter(file ->
                        file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(json|ya?ml)"))
                .toList();
    }

    /** The event of the first case of the sample that a definition's file belongs to. */
    Optional<Path> firstEvent(Path definition) {
        Path sample = root.resolve(root.relativize(definition).getName(0));
        return list(sample.resolve("cases")).stream()
                .map(folder -> folder.resolve("event.json"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private List<Path> samples() {
        return list(root).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
