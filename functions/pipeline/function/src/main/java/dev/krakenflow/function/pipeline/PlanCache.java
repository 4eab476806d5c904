package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Engine;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.PlanFormatException;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The plans that this process runs, and which of them takes what: loaded once and kept fresh beside the events. While
 * something newer is loaded the old one goes on, and what is in memory goes on without the store. Thread-safe.
 */
public final class PlanCache {

    private static final Logger LOG = Logger.getLogger(PlanCache.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int RELOADS_AT_ONCE = 16;

    private final PlanLoader loader;
    private final Scheduler scheduler;
    private final PlanChecks checks;
    private final long refreshNanos;
    private final Plans plans;
    private final RoutingCache routing;
    private final Map<String, Uni<CachedPlan>> loading = new ConcurrentHashMap<>();

    /**
     * An empty cache.
     *
     * @param refresh how old a plan may be at most while events come
     * @param most how many names are kept
     */
    public PlanCache(DefinitionStore store, Engine engine, Scheduler scheduler, Duration refresh, int most) {
        this(store, engine, scheduler, InstantSource.system(), refresh, most);
    }

    /** @param clock on the wall, which goes on while the process is frozen */
    PlanCache(
            DefinitionStore store,
            Engine engine,
            Scheduler scheduler,
            InstantSource clock,
            Duration refresh,
            int most) {
        this.loader = new PlanLoader(store, engine, scheduler);
        this.scheduler = scheduler;
        this.checks = new PlanChecks(store, scheduler, clock, refresh, this::reload);
        this.refreshNanos = refresh.toNanos();
        this.plans = new Plans(most);
        this.routing = new RoutingCache(store);
    }

    /**
     * The runner of a pipeline, acquired for the caller. Fails with {@code pipeline-undefined},
     * {@code pipeline-not-ready}, or when the store does not answer and the plan is not in memory.
     */
    Uni<SharedRunner> find(String pipeline) {
        if (!NAME.matcher(pipeline).matches()) {
            return Uni.createFrom().failure(() -> undefined(pipeline));
        }
        Uni<Void> check = checks.beforeUse();
        return check == null ? lookUp(pipeline) : check.chain(() -> lookUp(pipeline));
    }

    /** Which pipeline takes what. Fails when the store does not answer and it is not in memory. */
    Uni<RoutingTable> routing() {
        Uni<Void> check = checks.beforeUse();
        Uni<RoutingTable> table = routing.get().invoke(known -> checks.beginAt(known.position()));
        return check == null ? table : check.chain(routing::get);
    }

    /**
     * Loads these pipelines again, as far as they are in memory, and the routing if that changed too: what changed is
     * live when this ends.
     */
    public Uni<Void> refresh(Collection<String> pipelines, boolean routingToo) {
        Uni<Void> loaded = reloaded(pipelines);
        return routingToo ? loaded.chain(routing::refresh) : loaded;
    }

    /** What is in memory of a pipeline; null when nothing is. */
    @Nullable CachedPlan known(String pipeline) {
        return plans.get(pipeline);
    }

    /**
     * For whom the routing led to a pipeline, and the pipeline knew nothing of it: a change may have been read of the one
     * and not yet of the other. Reads again whichever of them is older, unless one of them changed since.
     *
     * @param table the routing that led there
     * @param before what was {@link #known} of the pipeline before it was looked for
     * @return false where to look again does not help, because both are of one state of the store
     */
    Uni<Boolean> reconciled(String pipeline, RoutingTable table, @Nullable CachedPlan before) {
        return routing.get().chain(now -> {
            CachedPlan cached = plans.get(pipeline);
            if (!now.position().equals(table.position()) || !Objects.equals(cached, before)) {
                return Uni.createFrom().item(true);
            }
            if (cached == null || cached.position().equals(now.position())) {
                return Uni.createFrom().item(false);
            }
            return cached.isOlderThan(now.position())
                    ? reloaded(pipeline, cached, now.position()).replaceWith(true)
                    : routing.refresh().replaceWith(true);
        });
    }

    /** Where the plan cannot be used nobody looks for a newer one than this until the routing changes again. */
    private Uni<CachedPlan> reloaded(String pipeline, CachedPlan cached, Position wanted) {
        return reloaded(pipeline).invoke(fresh -> {
            if (fresh == null) {
                plans.replace(pipeline, cached, cached.asOf(wanted));
            }
        });
    }

    private Uni<Void> reloaded(Collection<String> pipelines) {
        return Multi.createFrom()
                .iterable(pipelines)
                .filter(name -> plans.get(name) != null || loading.containsKey(name))
                .onItem()
                .transformToUni(this::reloaded)
                .merge(RELOADS_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    /** A plan that this version cannot use keeps nobody else from being fresh; it is reported, and the old one goes on. */
    private Uni<CachedPlan> reloaded(String name) {
        return loader.load(name)
                .invoke(fresh -> plans.keep(name, fresh))
                .onFailure(PlanCache::isUnusable)
                .invoke(thrown -> LOG.warnf(
                        "The new plan of pipeline %s cannot be used, the one before goes on: %s",
                        name, thrown instanceof PlanFormatException ? thrown.getMessage() : "it cannot be compiled"))
                .onFailure(PlanCache::isUnusable)
                .recoverWithNull();
    }

    private static boolean isUnusable(Throwable thrown) {
        return thrown instanceof PlanFormatException || thrown instanceof IllegalArgumentException;
    }

    private Uni<Void> reload(PipelineChanges changes) {
        return refresh(changes.everything() ? plans.names() : List.copyOf(changes.pipelines()), changes.routing());
    }

    private Uni<SharedRunner> lookUp(String pipeline) {
        CachedPlan cached = plans.get(pipeline);
        return cached != null && isUsable(cached)
                ? acquired(pipeline, cached)
                : loadOnce(pipeline).chain(loaded -> acquired(pipeline, loaded));
    }

    private boolean isUsable(CachedPlan cached) {
        return cached.isDefined() || scheduler.nanoTime() - cached.sinceNanos() < refreshNanos;
    }

    private Uni<CachedPlan> loadOnce(String pipeline) {
        return loading.computeIfAbsent(
                pipeline,
                name -> loader.load(name)
                        .invoke(loaded -> {
                            checks.beginAt(loaded.position());
                            plans.keep(name, loaded);
                        })
                        .onTermination()
                        .invoke(() -> loading.remove(name))
                        .memoize()
                        .indefinitely());
    }

    private Uni<SharedRunner> acquired(String pipeline, CachedPlan cached) {
        SharedRunner runner = cached.runner();
        if (runner == null) {
            return Uni.createFrom().failure(() -> undefined(pipeline));
        }
        if (!cached.started()) {
            return Uni.createFrom()
                    .failure(() -> refused(
                            FailureCode.PIPELINE_NOT_READY, pipeline, "this pipeline is defined but not started"));
        }
        return runner.acquire() ? Uni.createFrom().item(runner) : lookUp(pipeline);
    }

    private static RequestException undefined(String pipeline) {
        return refused(FailureCode.PIPELINE_UNDEFINED, pipeline, "no pipeline of this name is defined");
    }

    private static RequestException refused(FailureCode code, String pipeline, String detail) {
        FailurePlace place = new FailurePlace(pipeline, null, null, null, null, null, null);
        return new RequestException(Failure.of(code, detail).at(place));
    }
}
