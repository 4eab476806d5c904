package dev.krakenflow.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.benchmarks.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadGeneratorIT {
    private final LoadGenerator generator = new LoadGenerator();
    private ServerProcess bare;

    @BeforeEach
    void startTheBareServer() throws IOException {
        bare = BareServer.inItsOwnProcess();
    }

    @AfterEach
    void stop() {
        generator.close();
        bare.close();
    }

    @Test
    void loadsTheBareServerAndFindsEveryAnswerRight() throws IOException, InterruptedException, ExecutionException {
        Round round = Round.of(Target.of(bare, "/orders"), generator, 4, Duration.ofSeconds(1));
        assertThat(round.load().answers()).isPositive();
        assertThat(round.load().p50())
                .isPositive()
                .isLessThanOrEqualTo(round.load().p99());
        assertThat(round.processor()).isPositive();
    }

    @Test
    void failsWhenAnAnswerIsWrong() {
        Exchange wrong = Exchange.post("/orders", "[]", answer -> answer.status() == 200);
        assertThatThrownBy(() -> generator
                        .start(bare.port(), List.of(wrong), 1, Duration.ofSeconds(1))
                        .get())
                .hasRootCauseMessage("wrong answer: 400 ");
    }

    @Test
    void failsWhenTheServerGoesAway() {
        Exchange order = Exchange.post("/orders", Orders.all().get(0).toString(), answer -> true);
        var load = generator.start(bare.port(), List.of(order), 4, Duration.ofSeconds(30));
        bare.close();
        assertThatThrownBy(load::get).isInstanceOf(ExecutionException.class);
    }
}
