package dev.krakenflow.benchmarks.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.infra.Blackhole;

class ComponentBenchmarkTest {
    private static final String FOR_TESTS =
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";

    static Stream<Arguments> benchmarks() {
        return Stream.of(
                Arguments.of(new StageWithTransform(), Map.of("field_2", "/customers/c-4/orders/order-17")),
                Arguments.of(new StageWithPrepareAndTransform(), Map.of("field_7", true)),
                Arguments.of(new StageWithLambda(), Map.of("gross", 14.28)),
                Arguments.of(new SwitchToBranch(), Samples.EVENT),
                Arguments.of(new GotoLoop(), Map.of("count", 20)),
                Arguments.of(new DoneAtTheEnd(), Samples.EVENT),
                Arguments.of(new ThreeStages(), Map.of("field_0", 13, "field_1", "Lviv")),
                Arguments.of(new ParallelOfBranches(), Map.of("field_0", 13, "field_1", "Lviv", "field_3", true)),
                Arguments.of(
                        new MapOfItems(),
                        Map.of(
                                "totals",
                                IntStream.range(0, 100).map(i -> i * 12).boxed().toList())));
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void measuresARunThatDoesItsWorkAndATwinThatDoesNotFail(
            ComponentBenchmark benchmark, Map<String, Object> expected) {
        benchmark.prepare();
        Map<String, Object> result = benchmark.engine();
        expected.forEach(
                (key, value) -> assertThat(String.valueOf(result.get(key))).isEqualTo(String.valueOf(value)));
        assertThat(List.copyOf(result.keySet())).containsAll(expected.keySet());
        benchmark.bare(new Blackhole(FOR_TESTS));
    }
}
