package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.Fault.timeout;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.Reply.text;
import static dev.krakenflow.client.http.testing.faults.Reply.unfinished;

import java.util.List;

/** Bodies that are not as long as {@code content-length} says, or where it says nothing that can be understood. */
final class BrokenLengths {

    private BrokenLengths() {}

    static List<Fault> list() {
        return List.of(
                timeout("length-too-long", unfinished(of("100", "{}"))),
                badResponse("length-too-short", text(of("3", "{\"a\": 1}"))),
                badResponse("length-too-large", unfinished(of("999999999", "{}"))),
                badResponse("length-beyond-long", unfinished(of("99999999999999999999", "{}"))),
                badResponse("length-negative", unfinished(of("-1", "{}"))),
                badResponse("length-no-number", unfinished(of("two", "{}"))),
                badResponse("length-in-hexadecimal", unfinished(of("0x2", "{}"))),
                badResponse("length-empty", unfinished(of("", "{}"))),
                badResponse("length-twice", unfinished(of("2" + END + "content-length: 1", "{}"))),
                badResponse("length-list", unfinished(of("2, 1", "{}"))));
    }

    private static String of(String length, String body) {
        return OK_JSON + "content-length: " + length + END + END + body;
    }
}
