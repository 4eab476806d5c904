package dev.krakenflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Verdict verdict = new Verdict(new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void isGoodWhenEverythingIsSo() {
        verdict.say(true, "0 calls failed ");
        assertThat(verdict.exitCode()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("ok: 0 calls failed");
    }

    @Test
    void staysBadWhenOneThingIsNotSo() {
        verdict.say(false, "1 call failed");
        verdict.say(true, "none is late");
        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("NOT SO: 1 call failed");
    }
}
