package dev.krakenflow.standalone.samples;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.admin.AdminOperations;
import dev.krakenflow.function.admin.OperationBody;
import dev.krakenflow.function.admin.OperationRequest;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.store.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Defines and starts the samples, and knows how to try them. Used by one thread, which it blocks. */
public final class Samples {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SampleFolder folder;
    private final AdminOperations operations;
    private final PrintStream out;
    private final List<SampleCall> calls = new ArrayList<>();

    public Samples(Path root, AdminOperations operations, PrintStream out) {
        this.folder = new SampleFolder(root);
        this.operations = operations;
        this.out = out;
    }

    /** Services first, because pipelines are linked with them. A sample that fails does not keep the others away. */
    public void load() {
        folder.definitions(Kind.SERVICES.word()).forEach(file -> load(Kind.SERVICES, file));
        folder.definitions(Kind.PIPELINES.word()).forEach(file -> load(Kind.PIPELINES, file));
    }

    /** A call of each pipeline that was loaded and has a case. */
    public List<SampleCall> calls() {
        return List.copyOf(calls);
    }

    private void load(Kind kind, Path file) {
        try {
            String name = define(kind, file);
            start(kind, name);
            out.println("  " + kind.word() + "/" + name + " is defined and started");
            if (kind == Kind.PIPELINES) {
                folder.firstEvent(file).ifPresent(event -> calls.add(new SampleCall(name, oneLine(event))));
            }
        } catch (RuntimeException failed) {
            Failure failure = Failures.of(failed);
            out.println("  " + folder.root().relativize(file) + " failed: " + failure.code() + ", " + failure.detail());
            if (failure.members().containsKey("problems")) {
                out.println("    " + JsonWriter.write(failure.members().get("problems")));
            }
        }
    }

    private String define(Kind kind, Path file) {
        String type = file.getFileName().toString().endsWith(".json") ? "application/json" : "application/yaml";
        OperationBody body = new OperationBody(type, bytes(file));
        Object answer = operations
                .run("define", OperationRequest.of(kind, body))
                .await()
                .atMost(PATIENCE);
        return answer instanceof Map<?, ?> map ? String.valueOf(map.get("ok")) : "";
    }

    private void start(Kind kind, String name) {
        try {
            operations.run("start", OperationRequest.about(kind, name)).await().atMost(PATIENCE);
        } catch (RuntimeException failed) {
            if (!Failures.of(failed).is(FailureCode.ALREADY_STARTED)) {
                throw failed;
            }
        }
    }

    private static String oneLine(Path event) {
        return JsonWriter.write(JsonReader.read(bytes(event)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
