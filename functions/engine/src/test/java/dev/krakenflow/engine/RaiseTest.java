package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaiseTest {
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan raising(String error) {
        return ScriptedPlan.of("{type: 'raise', name: 'r', error: " + error + "}", "{transform: {behind: 1}}");
    }

    @Test
    void endsTheEventWithTheFailureThatIsDescribed() {
        Failure failure = bench.failure(raising("{type: 'out-of-stock', status: 409, detail: 'none left'}"), "{}");
        assertThat(failure.type()).isEqualTo("urn:kraken:out-of-stock");
        assertThat(failure.code()).isEqualTo("out-of-stock");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.title()).isEqualTo("The pipeline raised a failure");
        assertThat(failure.detail()).isEqualTo("none left");
        assertThat(failure.place().component()).isEqualTo("r");
        assertThat(failure.place().instance()).isEqualTo("/components/0");
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.raised()).isTrue();
    }

    @Test
    void evaluatesAllOfIt() {
        ScriptedPlan plan = raising("{type: '{% t %}', status: '{% s + 1 %}', detail: '{% \\\"no \\\" & t %}'}");
        Failure failure = bench.failure(plan, "{t: 'gone', s: 409}");
        assertThat(failure.code()).isEqualTo("gone");
        assertThat(failure.status()).isEqualTo(410);
        assertThat(failure.detail()).isEqualTo("no gone");
    }

    @Test
    void isAnInternalServerErrorWithASentenceOfOursUnlessItSaysMore() {
        Failure failure = bench.failure(raising("{type: 'gone'}"), "{}");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.detail()).isEqualTo("the pipeline raised this failure");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:shop:out-of-stock, out-of-stock",
        "https://example.com/errors/out-of-stock, out-of-stock",
        "https://example.com/errors#Gone, Gone",
    })
    void takesAUriAsTheTypeAndItsLastSegmentAsTheCode(String uri, String code) {
        Failure failure = bench.failure(raising("{type: '" + uri + "'}"), "{}");
        assertThat(failure.type()).isEqualTo(uri);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.raised()).isTrue();
    }

    @Test
    void passesTheEventWhenItsConditionDoesNotHold() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'raise', condition: '{% x > 5 %}', error: {type: 'large'}}", "{transform: {behind: 1}}");
        assertThat(bench.result(plan, "{x: 5}")).isEqualTo(event("{x: 5, behind: 1}"));
        assertThat(bench.failure(plan, "{x: 6}").code()).isEqualTo("large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout",
                "http.404",
                "404",
                "4xx",
                "OutOfStock",
                "a_b",
                "",
                "urn:kraken:x",
                "https://x.org/",
                "a b"
            })
    void refusesATypeThatIsNoneOfADefinition(String type) {
        Failure failure = bench.failure(raising("{type: '{% t %}'}"), "{t: '" + type + "'}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.detail())
                .isEqualTo("error.type: must give a name in kebab-case that is none of our own codes, or a URI");
        assertThat(failure.place().step()).isEqualTo("error");
        assertThat(failure.raised()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: '{% x %}'}               | error.type: must give a string, it is missing",
                "{type: '{% 5 %}'}               | error.type: must give a string, it is a number",
                "{type: 'a', detail: '{% x %}'}  | error.detail: must give a string, it is missing",
                "{type: 'a', detail: '{% {} %}'} | error.detail: must give a string, it is an object",
                "{type: 'a', status: '{% x %}'}  | error.status: must give a whole number from 400 to 599, it is missing",
                "{type: 'a', status: '{% 399 %}'} | error.status: must give a whole number from 400 to 599, it is another number",
                "{type: 'a', status: '{% 600 %}'} | error.status: must give a whole number from 400 to 599, it is another number",
                "{type: 'a', status: '{% 409.5 %}'} | error.status: must give a whole number from 400 to 599, it is another number",
            })
    void saysWhatWasExpectedOfAFieldThatGivesSomethingElse(String error, String detail) {
        Failure failure = bench.failure(raising(error), "{}");
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.detail()).isEqualTo(detail);
    }

    @Test
    void endsItsOwnEventOnly() {
        ScriptedPlan plan = ScriptedPlan.of(
                "{type: 'composer', events: '{% [1, 2, 3].{\\\"n\\\": $} %}'}",
                "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'two'}}");
        assertThat(bench.results(plan, "{}")).containsExactly(event("{n: 1}"), "two", event("{n: 3}"));
    }

    @Test
    void isCaughtByAPlugByItsCode() {
        ScriptedPlan plan = ScriptedPlan.of("{type: 'plug', pipeline: 'sub', catch: [{errors: ['gone'],"
                        + " transform: {e: '{% $error.[code, status, pipeline] %}'}}]}")
                .plugs("sub", raising("{type: 'gone', status: 410}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: ['gone', 410, 'sub']}"));
    }

    @Test
    void canBeCaughtWhateverTheLastSegmentOfItsUri() {
        ScriptedPlan plan = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', catch: [{transform: {e: '{% $error.type %}'}}]}")
                .plugs("sub", raising("{type: 'urn:shop:loop-limit'}"));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{e: 'urn:shop:loop-limit'}"));
    }
}
