package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class ContentCodingTest {

    @Test
    void leavesPlainBodiesAlone() {
        Buffer body = Buffer.buffer("x");
        assertThat(ContentCoding.decode(body, "", 1)).isSameAs(body);
        assertThat(ContentCoding.decode(body, "Identity", 1)).isSameAs(body);
    }

    @Test
    void unpacks() throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
            out.write("text".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ContentCoding.decode(gzip(4), "gzip", 4).length()).isEqualTo(4);
        assertThat(ContentCoding.decode(Buffer.buffer(deflated.toByteArray()), "deflate", 4))
                .hasToString("text");
    }

    @Test
    void refusesWhatUnpacksToMoreThanTheBound() throws IOException {
        Buffer bomb = gzip(50_000_000);
        assertThat(bomb.length()).isLessThan(100_000);
        assertThatThrownBy(() -> ContentCoding.decode(bomb, "gzip", 1_000_000))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("max_response");
    }

    @Test
    void refusesWhatIsNotPackedAsItSays() {
        assertThatThrownBy(() -> ContentCoding.decode(Buffer.buffer("plain"), "gzip", 10))
                .isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> ContentCoding.decode(Buffer.buffer("plain"), "br", 10))
                .isInstanceOf(AnswerException.class);
    }

    private static Buffer gzip(int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[zeros]);
        }
        return Buffer.buffer(packed.toByteArray());
    }
}
