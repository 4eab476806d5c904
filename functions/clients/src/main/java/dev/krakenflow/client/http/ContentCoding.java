package dev.krakenflow.client.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Undoes the content coding of an answer (RFC 9110, 8.4.1) within a bound: what a few bytes unpack to can be a thousand
 * times as much.
 */
final class ContentCoding {

    private ContentCoding() {}

    /**
     * The body without its coding.
     *
     * @param coding the header {@code content-encoding}; empty when there is none
     * @param most bytes of the result
     * @throws AnswerException when the coding is unknown, the body does not follow it, or is too large
     */
    static Buffer decode(Buffer body, String coding, int most) {
        if (body.length() == 0) {
            return body;
        }
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> unpacked(body, GZIPInputStream::new, most);
            case "deflate" -> unpacked(body, InflaterInputStream::new, most);
            default -> throw new AnswerException("its content-encoding is not understood", null);
        };
    }

    /** Opens the packed bytes. */
    private interface Unpacking {
        InputStream open(InputStream packed) throws IOException;
    }

    private static Buffer unpacked(Buffer body, Unpacking unpacking, int most) {
        try (InputStream unpacked = unpacking.open(new ByteArrayInputStream(body.getBytes()))) {
            byte[] bytes = unpacked.readNBytes(most);
            if (unpacked.read() >= 0) {
                throw new AnswerException("its body is, unpacked, larger than max_response, " + most + " bytes", null);
            }
            return Buffer.buffer(bytes);
        } catch (IOException e) {
            throw new AnswerException("its body does not follow its content-encoding", e);
        }
    }
}
