package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedClients;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.plan.Service;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelpersTest {
    private static final String TWICE = "function($v) { $v * 2 }";
    private final EngineBench bench = new EngineBench();

    private static Service service(String function) {
        return new Service(
                "s",
                Service.State.STARTED,
                ScriptedClients.MODULE,
                ScriptedPlan.json("{}").deepCopy(),
                Map.of("f", ScriptedPlan.function(function)),
                List.of("math"));
    }

    @Test
    void areSeenByEveryFieldOfAComponentThatNamesThem() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{helpers: ['math', 'text'], condition: '{% $twice(x) = 6 %}', prepare: {x: '{% $twice(x) %}'},"
                                + " transform: {y: '{% $twice(x) %}', z: '{% $shout(\\\"a\\\") %}'}}",
                        "{type: 'goto', helpers: ['math'], to: 0, condition: '{% $twice(x) = 0 %}'}")
                .helper("math", "twice", TWICE)
                .helper("text", "shout", "function($v) { $uppercase($v) }");
        assertThat(bench.result(plan, "{x: 3}")).isEqualTo(event("{x: 3, y: 12, z: 'A'}"));
    }

    @Test
    void ofOneLibraryCallEachOther() {
        ScriptedPlan plan = ScriptedPlan.of("{helpers: ['math'], transform: {y: '{% $four(x) %}'}}")
                .helper("math", "twice", TWICE)
                .helper("math", "four", "function($v) { $twice($twice($v)) }");
        assertThat(bench.result(plan, "{x: 3}")).containsEntry("y", 12);
    }

    @Test
    void ofAServiceAreSeenByItsInterfaceAndGivenToItsClient() {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', transform: {y: '{% v %}'}}")
                .service(service("{prepare: {v: '{% $twice(x) %}'}}"))
                .helper("math", "twice", TWICE);
        assertThat(bench.result(plan, "{x: 3}")).containsEntry("y", 6);
        assertThat(bench.clients.opened.get(0).helpers()).isEqualTo(Map.of("twice", TWICE));
    }

    @Test
    void thatWereDefinedAnewMakeANewClient() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f'}").service(service("{}"));
        PlanRunner old = bench.load(plan.helper("math", "twice", TWICE));
        old.run(event("{}"), RunOptions.NONE, outcomes -> {});
        PlanRunner fresh = bench.load(plan.helper("math", "twice", "function($v) { $v }"));
        fresh.run(event("{}"), RunOptions.NONE, outcomes -> {});
        assertThat(bench.clients.opened).hasSize(2);
    }

    @Test
    void areThereInDirectCalls() {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        Service service = service("{transform: {y: '{% $twice(x) %}'}}");
        Object result = bench.engine
                .callService(service, Map.of("math", Map.of("twice", TWICE)), "f", event("{x: 4}"), RunOptions.NONE)
                .await()
                .indefinitely();
        assertThat(result).isEqualTo(event("{y: 8}"));
    }
}
