package dev.krakenflow.function.pipeline.openapi;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.http.openapi.OpenApiDocument;
import dev.krakenflow.function.http.openapi.RenderedDocument;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The document of the data side, kept until a trigger, a plan or the status of a pipeline with triggers changes. Requests
 * at the same time share one look at the store. While the store is away the document that was made last is given.
 * Thread-safe.
 */
final class DataDocument {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What was made last, and of what. */
    private record Made(DescribedPipelines pipelines, RenderedDocument document) {}

    private final DescriptionReader reader;
    private final Supplier<OpenApiDocument> fixed;
    private final boolean secured;
    private final Scheduler scheduler;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();
    private final AtomicReference<@Nullable Uni<Made>> making = new AtomicReference<>();

    /**
     * A document that is not made yet.
     *
     * @param fixed gives the part that stays, a new one each time
     * @param secured whether every operation needs a token
     */
    DataDocument(DescriptionReader reader, Supplier<OpenApiDocument> fixed, boolean secured, Scheduler scheduler) {
        this.reader = reader;
        this.fixed = fixed;
        this.secured = secured;
        this.scheduler = scheduler;
    }

    /**
     * The document as the store stands now. Fails when the store does not answer and there was none before, and with
     * {@code overloaded} when it is not made within 5 s: it is made all the same, for those who ask later.
     */
    Uni<RenderedDocument> current() {
        return Uni.createFrom().deferred(() -> patient(makeOnce())).map(Made::document);
    }

    private Uni<Made> makeOnce() {
        Uni<Made> mine = make().invoke(made::set)
                .onFailure(StoreUnavailableException.class)
                .recoverWithUni(away -> last(away))
                .onTermination()
                .invoke(() -> making.set(null))
                .memoize()
                .indefinitely();
        Uni<Made> others = making.compareAndExchange(null, mine);
        if (others != null) {
            return others;
        }
        mine.subscribe().with(done -> {}, failed -> {});
        return mine;
    }

    private Uni<Made> last(Throwable away) {
        Made last = made.get();
        return last == null ? Uni.createFrom().failure(away) : Uni.createFrom().item(last);
    }

    private Uni<Made> make() {
        return Uni.createFrom().deferred(() -> {
            Made last = made.get();
            return last == null ? reader.read().map(this::render) : make(last);
        });
    }

    private Uni<Made> make(Made last) {
        return reader.changesSince(last.pipelines())
                .chain(changes -> last.pipelines().isTouchedBy(changes)
                        ? reader.read(last.pipelines(), changes).map(this::render)
                        : Uni.createFrom().item(new Made(last.pipelines().at(changes.position()), last.document())));
    }

    private Made render(DescribedPipelines pipelines) {
        OpenApiDocument document = fixed.get();
        PathItems paths = new PathItems(document);
        pipelines.described().values().forEach(description -> {
            document.components("schemas").setAll(description.schemas());
            description.operations().forEach(paths::add);
        });
        if (!pipelines.leftOut().isEmpty()) {
            document.remark(
                    "Pipelines that are left out, because the document would be too large or this version cannot"
                            + " read them: " + pipelines.leftOut().size() + ".");
        }
        if (secured) {
            document.secure();
        }
        return new Made(pipelines, document.render());
    }

    private Uni<Made> patient(Uni<Made> making) {
        Uni<Made> patience = Uni.createFrom().emitter(emitter -> {
            var timer = scheduler.after(PATIENCE, () -> emitter.fail(late()));
            emitter.onTermination(timer::cancel);
        });
        return Uni.join().first(making, patience).toTerminate();
    }

    private static RequestException late() {
        return RequestException.of(FailureCode.OVERLOADED, "the document is not made yet; ask again a little later");
    }
}
