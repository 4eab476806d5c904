package dev.krakenflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void ofAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0), Double::doubleValue)).isEqualTo(2);
    }

    @Test
    void ofAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertThat(Median.of(List.of(9.0, 1.0, 2.0, 4.0), Double::doubleValue)).isEqualTo(3);
    }

    @Test
    void ofNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Median.of(List.<Double>of(), Double::doubleValue));
    }
}
