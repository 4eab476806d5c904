package dev.krakenflow.plan.testing;

import static dev.krakenflow.plan.testing.ArbitraryJson.booleans;
import static dev.krakenflow.plan.testing.ArbitraryJson.counts;
import static dev.krakenflow.plan.testing.ArbitraryJson.durations;
import static dev.krakenflow.plan.testing.ArbitraryJson.json;
import static dev.krakenflow.plan.testing.ArbitraryJson.names;
import static dev.krakenflow.plan.testing.ArbitraryJson.optional;
import static dev.krakenflow.plan.testing.ArbitraryJson.someNames;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Compensation;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Memo;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any programs, of components of every type. Some hold others, to a depth of two. */
final class ArbitraryPrograms {
    private final int depth;
    private final int size;

    private ArbitraryPrograms(int depth, int size) {
        this.depth = depth;
        this.size = size;
    }

    static Arbitrary<Program> programs() {
        return programs(2, 5);
    }

    /** Programs of two components at most. */
    static Arbitrary<Program> smallPrograms() {
        return programs(1, 2);
    }

    private static Arbitrary<Program> programs(int depth, int most) {
        return Arbitraries.integers()
                .between(0, most)
                .flatMap(size -> new ArbitraryPrograms(depth, size)
                        .components()
                        .list()
                        .ofSize(size)
                        .map(Program::new));
    }

    private Arbitrary<Component> components() {
        Arbitrary<Component> flat = Arbitraries.oneOf(List.of(
                Combinators.combine(places(), indexes()).as(GotoPoint::new),
                Combinators.combine(places(), indexes()).as(DeadEnd::new),
                Combinators.combine(places(), indexes()).as(Tbd::new),
                Combinators.combine(places(), indexes(), optional()).as(Done::new),
                Combinators.combine(places(), indexes(), optional(), indexes()).as(Goto::new),
                Combinators.combine(places(), indexes(), optional(), json(), optional(), optional())
                        .as(Raise::new),
                switches(),
                stages(),
                composers(),
                plugs()));
        return depth == 0 ? flat : Arbitraries.oneOf(List.of(flat, flat, parallels(), mappings()));
    }

    private Arbitrary<Component> switches() {
        Arbitrary<Map<String, Integer>> branches =
                Arbitraries.maps(names(), indexes()).ofMaxSize(3);
        return Combinators.combine(places(), indexes(), json(), optional(), branches)
                .as(Switch::new);
    }

    private Arbitrary<Component> stages() {
        Arbitrary<Compensation> compensations = Combinators.combine(
                        calls(), optional(), timeouts(), ArbitraryPolicies.retries())
                .as(Compensation::new);
        Arbitrary<Stage> plain = Combinators.combine(
                        places(),
                        indexes(),
                        optional(),
                        optional(),
                        calls().injectNull(0.3),
                        optional(),
                        someNames(),
                        timeouts())
                .as(Stage::new);
        return Combinators.combine(plain, ArbitraryPolicies.retries(), catches(), compensations.injectNull(0.5))
                .as(ArbitraryPrograms::with);
    }

    private static Component with(Stage plain, Retry retry, List<Catch> catches, Compensation compensation) {
        return new Stage(
                plain.place(),
                plain.next(),
                plain.condition(),
                plain.prepare(),
                plain.call(),
                plain.transform(),
                plain.remove(),
                plain.timeout(),
                retry,
                catches,
                compensation);
    }

    private Arbitrary<Component> composers() {
        Arbitrary<Memo> memos = Combinators.combine(
                        json(), optional(), timeouts(), Arbitraries.of(Memo.Scope.class), booleans())
                .as(Memo::new);
        Arbitrary<Composer> plain = Combinators.combine(
                        places(),
                        indexes(),
                        optional(),
                        optional(),
                        calls().injectNull(0.3),
                        json(),
                        optional(),
                        memos.injectNull(0.3))
                .as(Composer::new);
        return Combinators.combine(plain, catches())
                .as((it, catches) -> new Composer(
                        it.place(),
                        it.next(),
                        it.condition(),
                        it.prepare(),
                        it.call(),
                        it.events(),
                        it.newMemo(),
                        it.memo(),
                        catches));
    }

    private Arbitrary<Component> plugs() {
        return Combinators.combine(
                        places(), indexes(), optional(), names(), optional(), optional(), timeouts(), catches())
                .as(Plug::new);
    }

    private Arbitrary<Component> parallels() {
        Arbitrary<Map<String, Program>> branches =
                Arbitraries.maps(names(), inside()).ofMaxSize(2);
        return Combinators.combine(
                        Combinators.combine(places(), indexes(), optional()).as(Done::new),
                        branches,
                        Arbitraries.of(Parallel.Mode.class),
                        counts(),
                        optional(),
                        timeouts(),
                        catches())
                .as((at, in, mode, concurrency, transform, timeout, catches) -> new Parallel(
                        at.place(), at.next(), at.condition(), in, mode, concurrency, transform, timeout, catches));
    }

    private Arbitrary<Component> mappings() {
        Arbitrary<Mapping> plain = Combinators.combine(
                        places(),
                        indexes(),
                        optional(),
                        json(),
                        names(),
                        names().injectNull(0.5),
                        inside(),
                        Arbitraries.of(Parallel.Mode.ALL, Parallel.Mode.SETTLED))
                .as((place, next, condition, items, as, at, inside, mode) ->
                        new Mapping(place, next, condition, items, as, at, inside, mode, 1, 1, null, null, List.of()));
        return Combinators.combine(plain, counts(), counts(), optional(), timeouts(), catches())
                .as(ArbitraryPrograms::with);
    }

    private static Component with(
            Mapping plain, int concurrency, int maxItems, JsonNode transform, Duration timeout, List<Catch> catches) {
        return new Mapping(
                plain.place(),
                plain.next(),
                plain.condition(),
                plain.items(),
                plain.as(),
                plain.at(),
                plain.program(),
                plain.mode(),
                concurrency,
                maxItems,
                transform,
                timeout,
                catches);
    }

    private Arbitrary<Program> inside() {
        return programs(depth - 1, 2);
    }

    private Arbitrary<List<Catch>> catches() {
        return ArbitraryPolicies.catches(size);
    }

    private Arbitrary<Integer> indexes() {
        return Arbitraries.integers().between(-1, size - 1);
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(names(), names(), someNames()).as(Place::new);
    }

    private static Arbitrary<FunctionCall> calls() {
        return Combinators.combine(names(), names()).as(FunctionCall::new);
    }

    private static Arbitrary<Duration> timeouts() {
        return durations().injectNull(0.5);
    }
}
