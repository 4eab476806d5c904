package dev.krakenflow.function.aws.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** One of the packaged zips, unpacked once as Lambda unpacks it. */
enum Zip {
    PIPELINE("pipeline"),
    ADMIN("admin");

    private final Path file;
    private final Path folder;

    Zip(String name) {
        this.file = Path.of("..", name, "target", "function.zip");
        this.folder = Path.of("target", "task", name).toAbsolutePath();
    }

    /** The names of everything in it. */
    List<String> entries() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return Collections.list(zip.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Lambda would have on the class path: the folder of the function and the jars of its {@code lib}. */
    synchronized List<Path> classPath() {
        try {
            if (!Files.isDirectory(folder) || isOlder()) {
                unpack();
            }
            try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
                return Stream.concat(Stream.of(folder), jars.sorted()).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOlder() throws IOException {
        return Files.getLastModifiedTime(folder).compareTo(Files.getLastModifiedTime(file)) < 0;
    }

    private void unpack() throws IOException {
        Files.createDirectories(folder);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        Files.copy(bytes, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        Files.setLastModifiedTime(folder, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis()));
    }
}
