package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.RequestException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BindingTest {

    private static final Binding BOUND = new Binding(Optional.of("orders"));

    @Test
    void a_bound_process_runs_its_pipeline_whatever_the_type_of_an_event() {
        assertThat(BOUND.pipeline(Map.of("type", "bill"), Map.of("bill", "bills")))
                .isEqualTo("orders");
        assertThat(Binding.NONE.pipeline(Map.of("type", "bill"), Map.of("bill", "bills")))
                .isEqualTo("bills");
    }

    @Test
    void a_bound_process_runs_no_other_pipeline() {
        BOUND.check("orders");
        Binding.NONE.check("bills");

        assertThatThrownBy(() -> BOUND.check("bills")).isInstanceOfSatisfying(RequestException.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo("pipeline-undefined");
            assertThat(refused.failure().detail()).contains("orders");
        });
    }

    @Test
    void a_name_of_no_pipeline_is_refused_with_the_nearest_and_the_list() {
        assertThatThrownBy(() -> BindingCheck.check("order", List.of("bills", "orders")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "kraken.pipeline names no pipeline: \"order\" is not defined, did you mean \"orders\"? These are:"
                                + " bills, orders.");
        assertThatThrownBy(() -> BindingCheck.check("order", List.of()))
                .hasMessageEndingWith("; No pipeline is defined.");
    }

    @Test
    void a_long_list_is_cut() {
        List<String> many =
                IntStream.range(0, 50).mapToObj("pipeline-%02d"::formatted).toList();

        assertThatThrownBy(() -> BindingCheck.check("x", many)).hasMessageEndingWith("pipeline-19, and 30 more.");
    }
}
