package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One case of a sample: an event, and the answer that is expected, or the members that its problem must have.
 *
 * @param sample the sample's folder
 * @param folder the case's folder
 */
record SampleCase(Path sample, Path folder) {

    /** The folder of all samples, from this module. */
    static final Path SAMPLES = Path.of("..", "..", "samples");

    static List<SampleCase> all() {
        return folders(SAMPLES)
                .flatMap(sample -> folders(sample.resolve("cases")).map(folder -> new SampleCase(sample, folder)))
                .toList();
    }

    /** The pipeline that the events of a sample are for has the sample's name. */
    String pipeline() {
        return sample.getFileName().toString();
    }

    Object event() {
        return JsonReader.read(bytes(folder.resolve("event.json")));
    }

    boolean isFailure() {
        return Files.exists(folder.resolve("problem.json"));
    }

    /** Checks what came out: the answer, or the problem. */
    @SuppressWarnings("unchecked")
    void check(Object answer) {
        if (isFailure()) {
            Object members = JsonReader.read(bytes(folder.resolve("problem.json")));
            assertThat((Map<String, Object>) answer).containsAllEntriesOf((Map<String, Object>) members);
        } else {
            assertThat(answer).isEqualTo(JsonReader.read(bytes(folder.resolve("expected.json"))));
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return pipeline() + ": " + folder.getFileName();
    }
}
