package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.PlanFormatException;
import dev.krakenflow.plan.Program;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Routing;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.Users;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The data side of a store: plans as a test puts them, answers as late as it says, and a count of what was asked. */
public final class ScriptedPlanStore implements DefinitionStore {

    private record Entry(Plan plan, boolean started, long revision) {}

    public final List<String> loads = new ArrayList<>();
    public int checks;
    public int routings;
    public boolean away;
    /** Pipelines whose plan was written by a newer version. */
    public final Set<String> newer = new HashSet<>();

    public String epoch = "one";

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final Map<String, String> triggers = new HashMap<>();
    private final Map<String, String> routes = new HashMap<>();
    private boolean holding;
    private long revision;
    private long routingRevision;

    /** Puts a plan, started or not; gives it. */
    public Plan put(String pipeline, boolean started) {
        return put(pipeline, started, Limits.DEFAULT);
    }

    /** Puts a plan with limits of its own, started or not; gives it. */
    public Plan put(String pipeline, boolean started, Limits limits) {
        Plan plan = new Plan(pipeline, new Program(List.of()), null, null, limits, Map.of());
        put(plan, started);
        return plan;
    }

    /** Puts this plan, started or not; its triggers are claimed. */
    public void put(Plan plan, boolean started) {
        entries.put(plan.pipeline(), new Entry(plan, started, ++revision));
        plan.triggers().forEach(trigger -> claim(trigger.shape(), plan.pipeline()));
    }

    /** Puts a started plan with this trigger, in the same change as {@link #claim} or {@link #route} before it. */
    public void putTriggered(String pipeline, String method, String path) {
        HttpTrigger trigger = new HttpTrigger(method, path, List.of(), List.of(), null, null, null);
        entries.put(pipeline, new Entry(plan(pipeline, List.of(trigger)), true, revision));
    }

    /** Puts a started plan without a trigger, in the same change as {@link #claim} or {@link #route} before it. */
    public void putSilent(String pipeline) {
        entries.put(pipeline, new Entry(plan(pipeline, List.of()), true, revision));
    }

    /** Forgets a pipeline, in the same change as {@link #claim} or {@link #route} before it. */
    public void delete(String pipeline) {
        entries.remove(pipeline);
    }

    /** Lets a pipeline claim a shape. */
    public void claim(String shape, String pipeline) {
        triggers.put(shape, pipeline);
        routingRevision = ++revision;
    }

    /** Lets events of a type go to a pipeline. */
    public void route(String type, String pipeline) {
        routes.put(type, pipeline);
        routingRevision = ++revision;
    }

    /** From now on nothing is answered. */
    public void hold() {
        holding = true;
    }

    /** Answers what was held, as it was when it was asked, and whatever comes. */
    public void release() {
        holding = false;
        List<Runnable> all = List.copyOf(held);
        held.clear();
        all.forEach(Runnable::run);
    }

    @Override
    public Uni<LivePlan> load(String pipeline) {
        return answer(() -> {
            loads.add(pipeline);
            if (newer.contains(pipeline)) {
                throw new PlanFormatException("a newer format", null);
            }
            Entry entry = entries.get(pipeline);
            Position position = new Position(epoch, revision);
            return entry == null
                    ? new LivePlan(position, false, 0, null)
                    : new LivePlan(position, entry.started(), 1, entry.plan());
        });
    }

    @Override
    public Uni<Routing> routing() {
        return answer(() -> {
            routings++;
            return new Routing(new Position(epoch, revision), routes, triggers);
        });
    }

    @Override
    public Uni<PipelineChanges> changesSince(Position position) {
        return answer(() -> {
            checks++;
            Set<String> changed = new HashSet<>();
            entries.forEach((name, entry) -> {
                if (entry.revision() > position.revision()) {
                    changed.add(name);
                }
            });
            boolean everything = !position.epoch().equals(epoch);
            boolean routing = everything || routingRevision > position.revision();
            return new PipelineChanges(new Position(epoch, revision), everything, routing, changed);
        });
    }

    private static Plan plan(String pipeline, List<HttpTrigger> triggers) {
        Program empty = new Program(List.of());
        return new Plan(pipeline, empty, null, null, Limits.DEFAULT, triggers, Map.of(), Map.of(), Map.of());
    }

    private <T> Uni<T> answer(Supplier<T> answer) {
        return Uni.createFrom().emitter(emitter -> {
            if (away) {
                emitter.fail(new StoreUnavailableException("away", null));
                return;
            }
            T found = answer.get();
            if (holding) {
                held.add(() -> complete(emitter, found));
            } else {
                emitter.complete(found);
            }
        });
    }

    private static <T> void complete(UniEmitter<? super T> emitter, T value) {
        emitter.complete(value);
    }

    @Override
    public Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys) {
        throw new UnsupportedOperationException("not for the data side");
    }

    @Override
    public Uni<List<String>> names(Kind kind) {
        throw new UnsupportedOperationException("not for the data side");
    }

    @Override
    public Uni<List<DefinitionVersion>> versions(RecordKey key) {
        throw new UnsupportedOperationException("not for the data side");
    }

    @Override
    public Uni<Map<RecordKey, Users>> users(Collection<RecordKey> keys) {
        throw new UnsupportedOperationException("not for the data side");
    }

    @Override
    public Uni<Commit> commit(Change change) {
        throw new UnsupportedOperationException("not for the data side");
    }

    @Override
    public Uni<Void> ping() {
        return Uni.createFrom().voidItem();
    }
}
