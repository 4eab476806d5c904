package dev.krakenflow.observability.emf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipelineRunsTest {

    private final PipelineRuns runs = new PipelineRuns();

    @Test
    void what_ended_is_told_once() {
        runs.ended(false, 1_500_000);
        runs.ended(true, 2_000_400);

        PipelineRuns.Told told = runs.take();
        assertThat(told.runs()).isEqualTo(2);
        assertThat(told.failures()).isEqualTo(1);
        assertThat(told.millis()).containsExactly(1.5, 2.0);
        assertThat(runs.take().runs()).isZero();
    }

    @Test
    void a_line_has_no_more_durations_than_it_may() {
        for (int i = 0; i < 1_000; i++) {
            runs.ended(false, i);
        }

        PipelineRuns.Told told = runs.take();
        assertThat(told.runs()).isEqualTo(1_000);
        assertThat(told.millis()).hasSize(100);
    }
}
