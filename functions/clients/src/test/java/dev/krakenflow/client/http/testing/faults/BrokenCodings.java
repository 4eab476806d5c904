package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.HttpText.sized;
import static dev.krakenflow.client.http.testing.faults.Reply.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bodies that are packed, but not well. */
final class BrokenCodings {

    private BrokenCodings() {}

    static List<Fault> list() {
        String packed = gzip("{\"a\": \"" + "x".repeat(1_000) + "\"}");
        return List.of(
                badResponse("gzip-that-is-none", coded("gzip", "{\"a\": 1}")),
                badResponse("gzip-cut", coded("gzip", packed.substring(0, packed.length() / 2))),
                badResponse("gzip-without-trailer", coded("gzip", packed.substring(0, packed.length() - 8))),
                badResponse(
                        "gzip-broken-within", coded("gzip", packed.substring(0, 15) + "????" + packed.substring(19))),
                badResponse("gzip-twice", coded("gzip, gzip", packed)),
                badResponse("gzip-of-100-mb", coded("gzip", gzip("\u0000".repeat(100_000_000)))),
                badResponse("coding-unknown", coded("br", "{\"a\": 1}")));
    }

    private static Reply coded(String coding, String body) {
        return text(OK_JSON + "content-encoding: " + coding + END + sized(body));
    }

    private static String gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toString(StandardCharsets.ISO_8859_1);
    }
}
