package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Endpoint;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.openapi.OpenApiDocument;
import dev.krakenflow.function.http.openapi.RenderedDocument;
import dev.krakenflow.function.http.openapi.WrittenDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /openapi/admin}, the description of the admin side: a surface of its own because it looks at all others. */
@Singleton
final class OpenApiWiring {

    @Produces
    @Singleton
    Surface openApi(
            Instance<Surface> surfaces,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        Uni<RenderedDocument> document = Uni.createFrom()
                .item(() -> document(surfaces, version))
                .memoize()
                .indefinitely();
        Endpoint endpoint = new Endpoint(
                "GET", "/openapi/admin", request -> document.chain(described -> described.answer(request)));
        return new Surface(Access.ADMIN, List.of(endpoint), Set.of());
    }

    private static RenderedDocument document(Instance<Surface> surfaces, String version) {
        OpenApiDocument document =
                new OpenApiDocument(WrittenDocument.beside(OpenApiWiring.class, "openapi.yaml"), version);
        document.keepOnly(surfaces.stream()
                .filter(surface -> surface.access() == Access.ADMIN)
                .toList());
        document.secure();
        return document.render();
    }
}
