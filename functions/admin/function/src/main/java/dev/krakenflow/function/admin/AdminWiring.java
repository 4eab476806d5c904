package dev.krakenflow.function.admin;

import static java.util.Objects.requireNonNullElse;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.function.http.Access;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.FunctionAction;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.JsonValue;
import dev.krakenflow.function.http.Surface;
import dev.krakenflow.function.http.TokenGuard;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.DefinitionStore;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Set;

/** The beans of the admin function. */
@Singleton
final class AdminWiring {

    /** Elsewhere the pipeline functions learn of changes from the store. */
    @Produces
    @DefaultBean
    @Singleton
    LivePlans livePlans() {
        return (pipelines, routing) -> Uni.createFrom().voidItem();
    }

    @Produces
    @Singleton
    ConditionalWrite writes(DefinitionStore store, LivePlans live, Scheduler scheduler, SecureRandom random) {
        return new ConditionalWrite(store, live, new WriteQueue(scheduler), new Pauses(scheduler, random));
    }

    @Produces
    @Singleton
    AdminOperations operations(
            DefinitionStore store,
            MemoStore memos,
            CastQueue casts,
            Engine engine,
            Expressions expressions,
            ConditionalWrite writes) {
        return new AdminOperations(store, memos, casts, engine, expressions, writes);
    }

    @Produces
    @Singleton
    Surface surface(AdminOperations operations) {
        return new Surface(Access.ADMIN, AdminEndpoints.of(operations), Set.of(KrakenAdmin.NAME));
    }

    /** For platforms that bring requests themselves; nobody asks for it elsewhere. */
    @Produces
    @Singleton
    FunctionAction krakenAdmin(KrakenAdmin admin) {
        return new FunctionAction(
                KrakenAdmin.NAME,
                request -> admin.administer(new JsonValue(JsonBody.read(request.headers(), request.body())))
                        .map(answer -> Answer.json(requireNonNullElse(answer.value(), JsonNull.VALUE))));
    }

    /** Without a token nobody could use the admin side, so this is a mistake that must show at once. */
    void refuseToStartWithoutAToken(@Observes StartupEvent start, TokenGuard guard) {
        if (!guard.hasAdminToken()) {
            throw new ConfigurationException(
                    "kraken.admin.token is not set; the admin function does not start without it"
                            + " (the environment variable is KRAKEN_ADMIN_TOKEN)");
        }
    }
}
