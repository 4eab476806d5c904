package dev.krakenflow.standalone.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of a sample: an event or a list of them, and the answer that is expected (null: nothing comes out), or the
 * members that its problem must have. Other files are there where they are needed: {@code trigger.json} tells what the
 * pipeline's trigger answers to the same event, {@code again.json} which headers the same answer has when the event is
 * sent again, {@code services.json} what the sample's programs tell afterwards, {@code pipeline.txt} which of the
 * sample's pipelines is called where it is not clear.
 *
 * @param sample the sample's folder
 * @param folder the case's folder
 */
record SampleCase(Path sample, Path folder) {

    /** The folder of all samples, from this module. */
    static final Path SAMPLES = Path.of("..", "..", "samples");

    static List<SampleCase> all() {
        return list(SAMPLES)
                .filter(Files::isDirectory)
                .flatMap(sample -> list(sample.resolve("cases")).map(folder -> new SampleCase(sample, folder)))
                .toList();
    }

    /** Cases whose pipeline has a trigger to try. */
    static List<SampleCase> withTrigger() {
        return all().stream().filter(it -> it.trigger().isPresent()).toList();
    }

    static List<Path> readmes() {
        return list(SAMPLES)
                .map(sample -> sample.resolve("README.md"))
                .filter(Files::exists)
                .toList();
    }

    /** The only pipeline of the sample, or the one of its name, unless the case names another. */
    String pipeline() {
        Path named = folder.resolve("pipeline.txt");
        if (Files.exists(named)) {
            return new String(bytes(named), StandardCharsets.UTF_8).strip();
        }
        List<Path> pipelines =
                list(sample.resolve("definitions").resolve("pipelines")).toList();
        return pipelines.size() == 1
                ? pipelines.get(0).getFileName().toString().replaceFirst("\\.[a-z]+$", "")
                : sample.getFileName().toString();
    }

    Object event() {
        return json("event.json");
    }

    boolean isFailure() {
        return Files.exists(folder.resolve("problem.json"));
    }

    /** Whether no event is expected to come out. */
    boolean isNothing() {
        return !isFailure() && json("expected.json") == JsonNull.VALUE;
    }

    Optional<TriggerAnswer> trigger() {
        return optional("trigger.json").map(TriggerAnswer::of);
    }

    /** Headers, by name in lower case, of the same answer to the same event once more; empty where it is not sent. */
    Optional<Map<String, String>> again() {
        return optional("again.json").map(SampleCase::headers);
    }

    /** What the sample's programs tell when the case has run. */
    List<ServiceState> services() {
        return optional("services.json").map(ServiceState::of).orElse(List.of());
    }

    /** Checks what came out: the answer, or the problem. */
    @SuppressWarnings("unchecked")
    void check(Object answer) {
        if (isFailure()) {
            Object members = json("problem.json");
            assertThat((Map<String, Object>) answer).containsAllEntriesOf((Map<String, Object>) members);
        } else {
            assertThat(answer).isEqualTo(json("expected.json"));
        }
    }

    /** Names and values of headers; none for null. */
    static Map<String, String> headers(@Nullable Object json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> written) {
            written.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return headers;
    }

    private Optional<Map<?, ?>> optional(String file) {
        return Files.exists(folder.resolve(file)) ? Optional.of((Map<?, ?>) json(file)) : Optional.empty();
    }

    private Object json(String file) {
        return JsonReader.read(bytes(folder.resolve(file)));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> list(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(parent)) {
            return files.sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return sample.getFileName() + ": " + folder.getFileName();
    }
}
