package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.eval;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NullTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    $count(n)                            → 1
                    $count(none)                         → 0
                    n ~> $count()                        → 1
                    ($f := $count; $f(n))                → 1
                    $map(n, function($v) { $v = null })  → true
                    $map(n, function($v, $i, $a) { $a }) → [null]
                    $map(none, function($v) { 1 })       → missing
                    $filter(n, function($v) { true })    → null
                    $single(n)                           → null
                    $reduce(n, function($a, $b) { 1 })   → null
                    $reduce(n, function($a, $b) { $a + 1 }, 1) → 2
                    $sort(n)                             → [null]
                    $reverse(n)                          → [null]
                    $shuffle(n)                          → [null]
                    $zip(n, [1])                         → [[null,1]]
                    $zip([1], n)                         → [[1,null]]
                    $append(n, n)                        → [null,null]
                    $distinct(n)                         → null
                    $spread(n)                           → null
                    $exists(n)                           → true
                    $keys(n)                             → missing
                    """)
    void takesNullAsAListOfIt(String source, String result) {
        assertThat(eval(source, "{\"n\": null}")).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$sum(n)",
                "$max(n)",
                "$min(n)",
                "$average(n)",
                "$join(n)",
                "$merge(n)",
                "$sift(n, function($v) { true })",
                "$each(n, function($v) { 1 })",
                "$uppercase(n)",
                "$length(n)",
                "$floor(n)",
                "$sqrt(n)",
                "$power(n, 2)",
                "$formatBase(n)",
                "$base64encode(n)",
                "$substringBefore(n, \"a\")",
                "$toMillis(n)",
                "$fromMillis(n)"
            })
    void doesNotTakeNullForAnotherType(String source) {
        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> eval(source, "{\"n\": null}"));
    }
}
