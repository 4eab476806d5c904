package dev.krakenflow.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void readsAnAnswerThatComesAtOnce() {
        assertThat(reader.add(Buffer.buffer(ANSWER)).orElseThrow()).hasToString("200 hello");
    }

    @Test
    void readsAnAnswerThatComesByteByByteAndThenTheNext() {
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < ANSWER.length() - 1; i++) {
                assertThat(reader.add(Buffer.buffer(ANSWER.substring(i, i + 1))))
                        .isEmpty();
            }
            assertThat(reader.add(Buffer.buffer("o")).orElseThrow()).hasToString("200 hello");
        }
    }

    @Test
    void readsAnAnswerWithoutABody() {
        String empty = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
        assertThat(reader.add(Buffer.buffer(empty)).orElseThrow()).hasToString("400 ");
    }

    @Test
    void refusesAnAnswerWhoseEndItCannotTell() {
        String chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        assertThatIllegalStateException().isThrownBy(() -> reader.add(Buffer.buffer(chunked)));
    }
}
