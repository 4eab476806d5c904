package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.HttpText.CHUNKED;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.HttpText.chunk;
import static dev.krakenflow.client.http.testing.faults.Reply.endless;

import java.util.List;

/** Answers that go on for ever, as fast as the client takes them. */
final class EndlessAnswers {
    private static final String PART = "x".repeat(16 * 1024);

    private EndlessAnswers() {}

    static List<Fault> list() {
        return List.of(
                badResponse("endless-garbage", endless("", PART)),
                badResponse("endless-status-line", endless("HTTP/1.1 200 ", PART)),
                badResponse("endless-header", endless(OK + "x: ", PART)),
                badResponse("endless-headers", endless(OK, "x: y" + END)),
                badResponse("endless-body", endless(OK + END, PART)),
                badResponse("endless-json", endless(OK_JSON + END + "[", "1,".repeat(8_000))),
                badResponse("endless-chunks", endless(CHUNKED, chunk(PART))),
                badResponse("endless-chunk-size", endless(CHUNKED, "0".repeat(8_000))),
                badResponse("endless-chunk-extension", endless(CHUNKED + "1;", PART)),
                badResponse("endless-trailers", endless(CHUNKED + chunk("{}") + "0" + END, "x: y" + END)),
                badResponse("endless-hints", endless("", "HTTP/1.1 103 Early Hints" + END + END)),
                badResponse("endless-continue", endless("", "HTTP/1.1 100 Continue" + END + END)));
    }
}
