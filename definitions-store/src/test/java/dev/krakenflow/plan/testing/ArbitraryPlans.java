package dev.krakenflow.plan.testing;

import static dev.krakenflow.plan.testing.ArbitraryJson.counts;
import static dev.krakenflow.plan.testing.ArbitraryJson.durations;
import static dev.krakenflow.plan.testing.ArbitraryJson.names;
import static dev.krakenflow.plan.testing.ArbitraryJson.optional;
import static dev.krakenflow.plan.testing.ArbitraryJson.someNames;

import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.PluggedPipeline;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any plans: every record that a plan can hold, with every member there or not. */
public final class ArbitraryPlans {

    private ArbitraryPlans() {}

    /** Plans that need not make sense, but can be written and read. */
    public static Arbitrary<Plan> plans() {
        Arbitrary<Plan> plain = Combinators.combine(
                        names(),
                        ArbitraryPrograms.programs(),
                        optional(),
                        optional(),
                        limits(),
                        ArbitraryServices.services())
                .as(Plan::new);
        Arbitrary<Map<String, String>> libraries =
                Arbitraries.maps(names(), names()).ofMaxSize(2);
        return Combinators.combine(
                        plain,
                        triggers().list().ofMaxSize(2),
                        Arbitraries.maps(names(), plugged()).ofMaxSize(2),
                        Arbitraries.maps(names(), libraries).ofMaxSize(2),
                        handlers(),
                        ArbitraryPolicies.idempotencies(),
                        names().injectNull(0.5))
                .as((it, triggers, plugged, helpers, handlers, idempotency, description) -> new Plan(
                        it.pipeline(),
                        it.program(),
                        it.input(),
                        it.output(),
                        it.limits(),
                        triggers,
                        it.services(),
                        plugged,
                        helpers,
                        handlers,
                        idempotency,
                        description));
    }

    private static Arbitrary<PluggedPipeline> plugged() {
        return Combinators.combine(ArbitraryPrograms.smallPrograms(), optional(), optional(), durations(), handlers())
                .as(PluggedPipeline::new);
    }

    private static Arbitrary<Handlers> handlers() {
        return Combinators.combine(
                        ArbitraryPrograms.smallPrograms().injectNull(0.5),
                        ArbitraryPrograms.smallPrograms().injectNull(0.5),
                        Arbitraries.oneOf(durations(), Arbitraries.just(Handlers.DEFAULT_FINALLY_TIMEOUT)))
                .as(Handlers::new);
    }

    private static Arbitrary<HttpTrigger> triggers() {
        return Combinators.combine(names(), names(), someNames(), someNames(), optional(), optional(), optional())
                .as(HttpTrigger::new);
    }

    private static Arbitrary<Limits> limits() {
        Arbitrary<Long> most = Arbitraries.longs().between(1, Long.MAX_VALUE);
        return Combinators.combine(durations(), counts(), most, most, counts(), counts())
                .as(Limits::new);
    }
}
