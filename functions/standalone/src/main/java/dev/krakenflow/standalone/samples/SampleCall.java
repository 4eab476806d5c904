package dev.krakenflow.standalone.samples;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A call to try.
 *
 * @param pipeline its name
 * @param path where it is called: at its trigger, if the case has one
 * @param event one line of JSON
 */
public record SampleCall(String pipeline, String path, String event) {

    private static final int SHORT = 200;

    /** The first call of a sample that can be typed by hand. */
    static Optional<SampleCall> of(Sample sample) {
        return sample.cases().stream()
                .map(one -> of(sample.pipeline(), one))
                .filter(call -> call.event().length() <= SHORT)
                .findFirst();
    }

    private static SampleCall of(String pipeline, Path folder) {
        String event = JsonWriter.write(json(folder.resolve("event.json")));
        Path trigger = folder.resolve("trigger.json");
        boolean posted = Files.isRegularFile(trigger)
                && json(trigger) instanceof Map<?, ?> answer
                && "POST".equals(answer.get("method"));
        String path = posted ? String.valueOf(((Map<?, ?>) json(trigger)).get("path")) : "/pipelines/call/" + pipeline;
        return new SampleCall(pipeline, path, event);
    }

    /** The command line that makes the call. */
    public String command(String address) {
        return "curl -s " + address + path + " -H 'content-type: application/json' -d '" + event.replace("'", "'\\''")
                + "'";
    }

    private static Object json(Path file) {
        try {
            return JsonReader.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
