package dev.krakenflow.benchmarks.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.benchmarks.http.Answer;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class AnswerKindTest {
    private static final String LATER = "\r\nretry-after: 1";

    @Test
    void tellsOrdersAndThoseWhoseTimeWasOver() {
        assertThat(kind(201, "", "{}")).isEqualTo(AnswerKind.ORDERED);
        assertThat(kind(504, "", "{}")).isEqualTo(AnswerKind.LATE);
    }

    @Test
    void tellsWhatIsFullWhenItSaysWhenToComeBack() {
        assertThat(kind(503, LATER, "{\"code\":\"overloaded\"}")).isEqualTo(AnswerKind.OVERLOADED);
        assertThat(kind(503, LATER, "{\"code\":\"bulkhead-full\"}")).isEqualTo(AnswerKind.FULL);
    }

    @Test
    void takesEverythingElseForWrong() {
        assertThat(kind(503, "", "{\"code\":\"overloaded\"}")).isEqualTo(AnswerKind.WRONG);
        assertThat(kind(503, LATER, "{\"code\":\"circuit-open\"}")).isEqualTo(AnswerKind.WRONG);
        assertThat(kind(200, "", "{}")).isEqualTo(AnswerKind.WRONG);
    }

    private static AnswerKind kind(int status, String headers, String body) {
        return AnswerKind.of(new Answer(status, "http/1.1 " + status + headers + "\r\n", Buffer.buffer(body)));
    }
}
