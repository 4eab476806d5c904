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
 * One sample: <code>definitions/{helpers,services,pipelines}/&lt;name&gt;.{json,yaml}</code>,
 * <code>definitions/routes.json</code>, <code>cases/&lt;case&gt;/event.json</code>, and <code>services/&lt;Program&gt;.java</code>
 * that serve what its services call.
 */
record Sample(Path folder) {

    /** The files that define things of a kind ({@code helpers}, {@code services}, {@code pipelines}). */
    List<Path> definitions(String kind) {
        return list(folder.resolve("definitions").resolve(kind)).stream()
                .filter(file -> name(file).toLowerCase(Locale.ROOT).matches(".*\\.(json|ya?ml)"))
                .toList();
    }

    /** The file of its routes. */
    Optional<Path> routes() {
        return Optional.of(folder.resolve("definitions").resolve("routes.json")).filter(Files::isRegularFile);
    }

    /** The programs that its services call, a file of Java each. */
    List<Path> programs() {
        return list(folder.resolve("services")).stream()
                .filter(file -> name(file).endsWith(".java"))
                .toList();
    }

    /** The pipeline that its cases are for, unless they say otherwise: the only one, or the one of the sample's name. */
    String pipeline() {
        List<Path> pipelines = definitions("pipelines");
        return pipelines.size() == 1 ? name(pipelines.get(0)).replaceFirst("\\.[a-z]+$", "") : name(folder);
    }

    /** The folders of the cases for {@link #pipeline}. */
    List<Path> cases() {
        return list(folder.resolve("cases")).stream()
                .filter(one -> Files.isRegularFile(one.resolve("event.json")))
                .filter(one -> !Files.exists(one.resolve("pipeline.txt")))
                .toList();
    }

    /** What is in a folder, sorted; nothing when there is none. */
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
