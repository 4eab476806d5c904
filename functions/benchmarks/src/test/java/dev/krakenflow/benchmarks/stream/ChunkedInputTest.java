package dev.krakenflow.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ChunkedInputTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

    @Test
    void readsWhatTheChunksHold() throws IOException {
        ChunkedInput input = input(HEAD + "3\r\none\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n");

        assertThat(new String(input.readAllBytes(), US_ASCII)).isEqualTo("one0123456789abcdef");
        assertThat(input.read()).isEqualTo(-1);
    }

    @Test
    void tellsAnAnswerThatIsCutFromOneThatEnds() throws IOException {
        ChunkedInput input = input(HEAD + "3\r\none\r\n3\r\nt");

        assertThatExceptionOfType(EOFException.class).isThrownBy(input::readAllBytes);
    }

    @Test
    void takesNoOtherAnswer() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> input("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"))
                .withMessageContaining("503");
    }

    private static ChunkedInput input(String answer) throws IOException {
        return new ChunkedInput(new ByteArrayInputStream(answer.getBytes(US_ASCII)));
    }
}
