package dev.krakenflow.standalone.samples;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.definition.MalformedDefinitionException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.admin.AdminOperations;
import dev.krakenflow.function.admin.OperationBody;
import dev.krakenflow.function.admin.OperationRequest;
import dev.krakenflow.function.http.Failures;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.StoreUnavailableException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines and starts the samples, with the programs that they call, and knows how to try them. Used by one thread, which
 * it blocks.
 */
public final class Samples implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 5;

    private final SampleFolder folder;
    private final AdminOperations operations;
    private final PrintStream out;
    private final List<SampleCall> calls = new ArrayList<>();
    private volatile @Nullable SamplePrograms programs;

    public Samples(Path root, AdminOperations operations, PrintStream out) {
        this.folder = new SampleFolder(root);
        this.operations = operations;
        this.out = out;
    }

    /**
     * Defines everything: helpers first, then services, because each is linked with what was there before. Then starts
     * the programs, which takes some seconds. What fails in a sample does not keep the others away.
     */
    public void load() {
        for (Sample sample : folder.samples()) {
            boolean defined = load(sample, Kind.HELPERS) && load(sample, Kind.SERVICES);
            if (defined && load(sample, Kind.PIPELINES)) {
                SampleCall.of(sample).ifPresent(calls::add);
            }
        }
        trying("routes", this::defineRoutes);
        SamplePrograms started = SamplePrograms.start(folder.programs());
        programs = started;
        started.await().forEach((source, reason) -> out.println("  " + shown(source) + " failed: " + reason));
    }

    /** A call of each sample that was loaded and has a case. */
    public List<SampleCall> calls() {
        return List.copyOf(calls);
    }

    /** Ends the programs. */
    @Override
    public void close() {
        SamplePrograms started = programs;
        if (started != null) {
            started.close();
        }
    }

    private boolean load(Sample sample, Kind kind) {
        List<Path> files = sample.definitions(kind.word());
        return files.isEmpty()
                || trying(shown(sample.folder()) + "/" + kind.word(), () -> {
                    for (Object name : (List<?>) define(kind, SampleBody.of(files))) {
                        boolean starts = kind != Kind.HELPERS;
                        if (starts) {
                            start(kind, String.valueOf(name));
                        }
                        out.println("  " + kind.word() + "/" + name + " is defined" + (starts ? " and started" : ""));
                    }
                });
    }

    /** The routes of all samples, over those that are there. */
    private void defineRoutes() {
        Map<Object, Object> routes = new LinkedHashMap<>();
        for (Sample sample : folder.samples()) {
            sample.routes()
                    .map(file -> JsonNodes.toValue(SampleBody.document(file).root()))
                    .ifPresent(own -> routes.putAll((Map<?, ?>) own));
        }
        if (!routes.isEmpty()) {
            Map<Object, Object> all =
                    new LinkedHashMap<>((Map<?, ?>) run("list", OperationRequest.about(Kind.ROUTES, "")));
            all.putAll(routes);
            define(Kind.ROUTES, new OperationBody("application/json", JsonWriter.writeBytes(all)));
            out.println("  routes are defined for "
                    + String.join(
                            ", ", routes.keySet().stream().map(String::valueOf).toList()));
        }
    }

    private Object define(Kind kind, OperationBody body) {
        Map<?, ?> answer = (Map<?, ?>) run("define", OperationRequest.of(kind, body));
        return requireNonNull(answer.get("ok"));
    }

    private void start(Kind kind, String name) {
        try {
            run("start", OperationRequest.about(kind, name));
        } catch (RuntimeException failed) {
            if (!Failures.of(failed).is(FailureCode.ALREADY_STARTED)) {
                throw failed;
            }
        }
    }

    /** A store that was started just now may not be quick enough at first. */
    private Object run(String operation, OperationRequest request) {
        return operations
                .run(operation, request)
                .onFailure(StoreUnavailableException.class)
                .retry()
                .withBackOff(PAUSE)
                .atMost(TRIES)
                .await()
                .atMost(PATIENCE);
    }

    /** Whether something worked; tells why it did not. */
    private boolean trying(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (MalformedDefinitionException malformed) {
            out.println("  " + what + " failed: " + malformed.getMessage());
        } catch (RuntimeException failed) {
            Failure failure = Failures.of(failed);
            out.println("  " + what + " failed: " + failure.code() + ", " + failure.detail());
            if (failure.members().containsKey("problems")) {
                out.println("    " + JsonWriter.write(failure.members().get("problems")));
            }
        }
        return false;
    }

    private String shown(Path file) {
        return folder.root().relativize(file).toString();
    }
}
