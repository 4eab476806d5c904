package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.HttpText.json;
import static dev.krakenflow.client.http.testing.faults.Reply.text;

import java.util.List;

/** Answers that HTTP has nothing to say against, but JSON. */
final class BrokenJson {

    private BrokenJson() {}

    static List<Fault> list() {
        return List.of(
                badResponse("json-that-is-none", text(json("<html></html>"))),
                badResponse("json-cut", text(json("{\"a\": "))),
                badResponse("json-deep", text(json("[".repeat(50_000) + "]".repeat(50_000)))),
                badResponse("json-deep-and-cut", text(json("{\"a\":".repeat(10_000)))),
                badResponse("json-duplicate-keys", text(json("{\"a\": 1, \"a\": 2}"))),
                badResponse("json-two-values", text(json("{} {}"))),
                badResponse("json-invalid-utf-8", text(json("{\"a\": \"\u00ff\u00fe\"}"))),
                badResponse("json-cut-utf-8", text(json("{\"a\": \"\u00c3\"}"))),
                badResponse("json-lone-surrogate", text(json("{\"a\": \"\\ud800\"}"))),
                badResponse("json-utf-16", text(json("\u0000{\u0000}"))),
                badResponse("json-not-a-number", text(json("{\"a\": NaN}"))),
                badResponse("json-huge-exponent", text(json("{\"a\": 1e999999999}"))),
                badResponse("json-huge-number", text(json("{\"a\": " + "9".repeat(50_000) + "}"))));
    }
}
