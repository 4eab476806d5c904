package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerResponseTest {
    private final EngineBench bench = new EngineBench();

    private TriggerResponse response(String response, String event) {
        return response(ScriptedPlan.of().response(response), event, RunOptions.NONE);
    }

    private TriggerResponse response(ScriptedPlan plan, String event, RunOptions options) {
        return bench.load(plan).response(0, event(event), options);
    }

    private Failure failure(String response) {
        RunException failed = catchThrowableOfType(
                RunException.class, () -> response(response, "{lines: 'a\\r\\nb', n: 201.5, l: []}"));
        return failed.failure();
    }

    @Test
    void isTheEventUnlessItSaysMore() {
        assertThat(response("{}", "{x: 1}")).isEqualTo(new TriggerResponse(200, Map.of(), event("{x: 1}")));
    }

    @Test
    void makesStatusHeadersAndBodyOfTheEvent() {
        TriggerResponse response = response(
                "{status: '{% n + 200 %}', headers: {location: '{% \\\"/orders/\\\" & id %}', none: '{% nope %}',"
                        + " n: '{% n %}', ok: true}, body: {id: '{% id %}', none: '{% nope %}'}}",
                "{id: 7, n: 1}");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers()).isEqualTo(Map.of("location", "/orders/7", "n", "1", "ok", "true"));
        assertThat(response.body()).isEqualTo(event("{id: 7}"));
    }

    @Test
    void hasNoBodyWhenThatIsMissing() {
        assertThat(response("{body: '{% nope %}'}", "{}").body()).isNull();
        assertThat(response("{body: '{% l %}'}", "{l: [1]}").body()).isEqualTo(List.of(1));
    }

    @Test
    void seesTheContextAndTheHelpers() {
        RunOptions options = new RunOptions(false, Long.MAX_VALUE, Map.of(), Map.of("path", "/o"));
        ScriptedPlan plan = ScriptedPlan.of()
                .response("{helpers: ['h'], body: ['{% $context.pipeline %}', '{% $context.trigger.path %}',"
                        + " '{% $shout(x) %}']}")
                .helper("h", "shout", "function($v) { $uppercase($v) }");
        assertThat(response(plan, "{x: 'a'}", options).body()).isEqualTo(List.of("pipe", "/o", "A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{status: '{% nope %}'}",
                "{status: '{% n %}'}",
                "{status: 199}",
                "{status: 600}",
                "{status: '201'}",
                "{headers: []}",
                "{headers: {a: '{% lines %}'}}",
                "{headers: {a: '{% l %}'}}",
                "{headers: {a: null}}",
                "{headers: {'a b': 1}}",
                "{headers: {'Content-Length': 1}}",
                "{body: '{% 1 + \\\"a\\\" %}'}"
            })
    void failsWhenItCannotBeSent(String response) {
        Failure failure = failure(response);
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("response");
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().instance()).isEqualTo("/triggers/0/http/response");
        assertThat(failure.place().component()).isNull();
        assertThat(failure.detail()).startsWith("response.").doesNotContain("a\r\nb");
    }

    @Test
    void tellsWhatIsWrongWithAStatus() {
        assertThat(failure("{status: '{% nope %}'}").detail())
                .isEqualTo("response.status: must give a whole number from 200 to 599, it is missing");
    }
}
