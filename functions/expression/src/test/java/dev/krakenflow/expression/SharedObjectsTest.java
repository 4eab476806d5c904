package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.evalValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.krakenflow.json.SharedObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of objects, each of which holds the same list of thousands: little in memory, endless on paper. */
@Timeout(60)
class SharedObjectsTest {
    private static final int MANY = 5_000;

    private final List<Integer> numbers = IntStream.range(0, MANY).boxed().toList();
    private final Map<String, Object> input = Map.of(
            "results",
            numbers.stream().map(this::event).toList(),
            "again",
            numbers.stream().map(this::event).toList());

    private static final class Event extends LinkedHashMap<String, Object> implements SharedObject {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return SharedObject.text(this);
        }
    }

    private Map<String, Object> event(int y) {
        Event event = new Event();
        event.put("numbers", numbers);
        event.put("y", y);
        return event;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$count(results) | 5000",
                "$sum(results.y) | 12497500",
                "results[5].y | 5",
                "results[y > 4997].y | [4998,4999]",
                "$count(results[y > 100]) | 4899",
                "$filter(results, function($r) { $r.y < 2 }).y | [0,1]",
                "$count($map(results, function($r) { $r })) | 5000",
                "$sort(results, function($a, $b) { $a.y < $b.y })[0].y | 4999",
                "results^(>y)[0].y | 4999",
                "$reverse(results)[0].y | 4999",
                "$count($append(results, again)) | 10000",
                "$count(results[7].numbers) | 5000",
                "$exists(results) and $boolean(results) | true",
                "$keys(results) | [\"numbers\",\"y\"]",
            })
    void arePassedOnAsTheyAre(String source, String result) {
        assertThat(evalValue(source, input)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "results",
                "[results, again]",
                "{\"r\": results[y > 5]}",
                "$count(**)",
                "$count($.**)",
                "$count(results.**)",
                "$count([results].**)",
                "$string(results)",
                "results & \"\"",
                "results = again",
                "results[4999] in again",
                "$clone(results)",
                "results ~> |$|{\"z\": 1}|",
                "$distinct(results)",
                "$count(results.numbers)",
                "results + 1",
                "-results",
                "results < again",
                "[results..again]",
                "$number(results)",
                "$join(results)",
                "$sum(results)",
                "$error(results)",
                "$merge([results, again]).numbers.x(results)",
            })
    void areNotWalkedEndlessly(String source) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> evalValue(source, input));
    }

    @Test
    void thoseThatHoldEachOtherAreNotCopiedEndlessly() {
        Map<String, Object> nested = event(0);
        for (int i = 0; i < 40; i++) {
            Event outer = new Event();
            outer.put("a", nested);
            outer.put("b", nested);
            nested = outer;
        }
        Map<String, Object> all = Map.of("nested", nested);
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> evalValue("$lookup($, \"nested\")", all))
                .withMessageContaining("bounds");
    }

    @Test
    void oneOfThemIsAResult() {
        assertThat(evalValue("results[3]", Map.of("results", List.of(0, 1, 2, event(3)))))
                .startsWith("{\"numbers\":[0,1,2,")
                .endsWith("],\"y\":3}");
    }
}
