package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.function.pipeline.openapi.DataOpenApi;
import dev.krakenflow.store.DefinitionStore;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The description of the data side, a surface of its own because it looks at all others. */
@Singleton
final class OpenApiWiring {

    @Produces
    @Singleton
    Surface openApi(
            DefinitionStore store,
            Scheduler scheduler,
            TokenGuard guard,
            Instance<Surface> surfaces,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        DataOpenApi description = new DataOpenApi(
                store,
                scheduler,
                version,
                () -> surfaces.stream()
                        .filter(surface -> surface.access() == Access.DATA)
                        .toList(),
                guard.guardsData());
        return new Surface(Access.DATA, List.of(description.endpoint()), Set.of());
    }
}
