package dev.krakenflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumberTextTest {

    @Test
    void writesNumbersInTheirShortestForm() {
        assertThat(NumberText.of(2.0)).isEqualTo("2");
        assertThat(NumberText.of(-0.5)).isEqualTo("-0.5");
        assertThat(NumberText.of(1e20)).isEqualTo("100000000000000000000");
        assertThat(NumberText.of(1e21)).isEqualTo("1e+21");
        assertThat(NumberText.of(1.5e-7)).isEqualTo("1.5e-7");
        assertThat(NumberText.of(0.000001)).isEqualTo("0.000001");
        assertThat(NumberText.of(12345678.25)).isEqualTo("12345678.25");
        assertThat(NumberText.of(new BigDecimal("2.50"))).isEqualTo("2.5");
        assertThat(NumberText.of(new BigDecimal("1E+21"))).isEqualTo("1e+21");
        assertThat(NumberText.of(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(NumberText.of(new BigInteger("1000000000000000000000000"))).isEqualTo("1000000000000000000000000");
    }

    @Test
    void roundsInTextsAsJsonataDoes() {
        assertThat(NumberText.rounded(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(NumberText.rounded(22.0 / 7)).isEqualTo("3.14285714285714");
        assertThat(NumberText.rounded(1e300)).isEqualTo("1e+300");
        assertThat(NumberText.rounded(9007199254740993L)).isEqualTo("9007199254740993");
    }

    @Property(seed = "1")
    void isReadBackAsTheSameDouble(@ForAll double value) {
        assertThat(Double.parseDouble(NumberText.of(value))).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property(seed = "1")
    void isReadBackAsTheSameDecimal(@ForAll BigDecimal value) {
        assertThat(new BigDecimal(NumberText.of(value))).isEqualByComparingTo(value);
    }
}
