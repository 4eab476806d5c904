package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.EventIds;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.PlanEngine;
import dev.krakenflow.engine.PlanRunner;
import dev.krakenflow.engine.RunObservers;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.Stores;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.SecretValues;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.plan.Plan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.api.Assertions;

/** An engine with fakes all around it, and short ways to use it. */
public final class EngineBench {
    public final ScriptedScheduler scheduler = new ScriptedScheduler();
    public final ScriptedClients clients = new ScriptedClients();
    public final ScriptedClaims claims = new ScriptedClaims();
    public final ScriptedMemos memos = new ScriptedMemos();
    public final ScriptedLimits limits = new ScriptedLimits();
    public final ScriptedCache cache = new ScriptedCache();
    public final RecordingFailureLog log = new RecordingFailureLog();
    public final SecretValues secrets = new SecretValues();
    public final PlanEngine engine;

    /** What the runs of {@link #start} came to, in the order they ended. */
    public final List<Outcome> outcomes = new ArrayList<>();

    private final List<PlanRunner> loaded = new ArrayList<>();

    public EngineBench() {
        this(expressions());
    }

    public EngineBench(Expressions expressions) {
        this(expressions, RunObservers.NONE);
    }

    /** An engine whose runs are watched. */
    public EngineBench(RunObservers observers) {
        this(expressions(), observers);
    }

    private EngineBench(Expressions expressions, RunObservers observers) {
        EventIds ids = new EventIds(Clock.systemUTC(), new Random(1));
        Stores stores = new Stores(memos, claims, limits, cache);
        engine = new PlanEngine(
                expressions, scheduler, List.of(clients), stores, ids, new Random(2), log, secrets, observers);
    }

    /** The real ones. */
    public static Expressions expressions() {
        return new JsonataExpressions(Bounds.DEFAULT);
    }

    public PlanRunner load(ScriptedPlan plan) {
        return load(plan.build());
    }

    private PlanRunner load(Plan plan) {
        PlanRunner runner = engine.load(plan);
        loaded.add(runner);
        return runner;
    }

    /** Runs what was put off, and lets time pass. */
    public void pass(long millis) {
        scheduler.runSoon();
        scheduler.pass(Duration.ofMillis(millis));
    }

    /**
     * What a function of the clients does that takes its time.
     *
     * @param answer after so many milliseconds; or what it fails with then
     */
    public Function<Object, Uni<Object>> after(long millis, Object answer) {
        return args -> Uni.createFrom().emitter(emitter -> {
            Cancellable timer = scheduler.after(Duration.ofMillis(millis), () -> {
                if (answer instanceof Throwable failure) {
                    emitter.fail(failure);
                } else {
                    emitter.complete(answer);
                }
            });
            emitter.onTermination(timer::cancel);
        });
    }

    /**
     * All runs are over: closes the plans that were loaded, and finds nothing under way or held, no timer, no call, no
     * lease, no client.
     */
    public void assertNothingIsLeft() {
        scheduler.runSoon();
        Assertions.assertThat(clients.underWay).as("calls under way").isZero();
        Assertions.assertThat(scheduler.timers()).as("timers").isZero();
        Assertions.assertThat(memos.isLeased()).as("leased").isFalse();
        loaded.forEach(PlanRunner::close);
        loaded.clear();
        List<String> opened = clients.opened.stream().map(ClientStart::service).toList();
        Assertions.assertThat(clients.closed).as("closed clients").containsExactlyInAnyOrderElementsOf(opened);
    }

    /** Starts a run; its outcome comes into {@link #outcomes}. */
    public Cancellable start(Plan plan, Object event, RunOptions options) {
        return load(plan).run(event, options, outcomes::addAll);
    }

    public Cancellable start(ScriptedPlan plan, String event) {
        return start(plan.build(), event(event), RunOptions.NONE);
    }

    /** Runs one event to its end, which must come without time. */
    public Outcome run(ScriptedPlan plan, String event) {
        return run(plan, event, RunOptions.NONE);
    }

    public Outcome run(ScriptedPlan plan, String event, RunOptions options) {
        outcomes.clear();
        start(plan.build(), event(event), options);
        scheduler.runSoon();
        Assertions.assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    /** Runs one event, of which several come out or none. */
    public List<Outcome> all(ScriptedPlan plan, String event) {
        outcomes.clear();
        start(plan, event);
        scheduler.runSoon();
        return outcomes;
    }

    /** The events that come out; those that failed are the codes of their failures, those that ended are left out. */
    public List<Object> results(ScriptedPlan plan, String event) {
        return results(all(plan, event));
    }

    /** As {@link #results(ScriptedPlan, String)}. */
    public static List<Object> results(List<Outcome> outcomes) {
        List<Object> results = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Completed it -> results.add(it.event());
                case Outcome.Failed it -> results.add(it.failure().code());
                case Outcome.Ended it -> {}
            }
        }
        return results;
    }

    /** The event that comes out. */
    public Map<String, Object> result(ScriptedPlan plan, String event) {
        return completed(run(plan, event));
    }

    /** The failure that comes out. */
    public Failure failure(ScriptedPlan plan, String event) {
        return failed(run(plan, event));
    }

    public static Map<String, Object> completed(Outcome outcome) {
        return ((Outcome.Completed) outcome).event();
    }

    public static Failure failed(Outcome outcome) {
        return ((Outcome.Failed) outcome).failure();
    }

    /** An event, written as JSON with single quotes allowed. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> event(String text) {
        return (Map<String, Object>) value(text);
    }

    /** An object inside of another, by the keys that lead to it. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> outer, String... keys) {
        Map<String, Object> object = outer;
        for (String key : keys) {
            object = (Map<String, Object>) object.get(key);
        }
        return object;
    }

    /** A JSON value, written with single quotes allowed. */
    public static Object value(String text) {
        return JsonNodes.toValue(ScriptedPlan.json(text));
    }
}
