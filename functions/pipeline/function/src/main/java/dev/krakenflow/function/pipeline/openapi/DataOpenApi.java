package dev.krakenflow.function.pipeline.openapi;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.openapi.OpenApiDocument;
import dev.krakenflow.function.http.openapi.WrittenDocument;
import dev.krakenflow.store.DefinitionStore;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /openapi}: describes the data side. Thread-safe. */
public final class DataOpenApi {

    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private final DataDocument document;

    /**
     * A description of what is in a store.
     *
     * @param version of what serves it
     * @param surfaces all of the data side that this process serves, when a request comes
     * @param secured whether the data side asks for a token
     */
    public DataOpenApi(
            DefinitionStore store,
            Scheduler scheduler,
            String version,
            Supplier<List<Surface>> surfaces,
            boolean secured) {
        Supplier<OpenApiDocument> fixed = () -> {
            WrittenDocument written = WrittenDocument.beside(DataOpenApi.class, "openapi.yaml");
            OpenApiDocument begun = new OpenApiDocument(written, version);
            begun.keepOnly(surfaces.get());
            return begun;
        };
        this.document = new DataDocument(new DescriptionReader(store, MOST_BYTES), fixed, secured, scheduler);
    }

    /** The endpoint that answers it. */
    public Endpoint endpoint() {
        return new Endpoint("GET", "/openapi", request -> document.current().chain(current -> current.answer(request)));
    }
}
