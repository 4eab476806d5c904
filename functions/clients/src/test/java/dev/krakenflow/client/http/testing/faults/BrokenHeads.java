package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK;
import static dev.krakenflow.client.http.testing.faults.HttpText.sized;
import static dev.krakenflow.client.http.testing.faults.Reply.unfinished;

import java.util.List;

/** What is no head of an answer in HTTP. */
final class BrokenHeads {

    private BrokenHeads() {}

    static List<Fault> list() {
        return List.of(
                badResponse("garbage", unfinished("garbage" + END + END)),
                badResponse("bytes-at-random", unfinished("\u0000\u0016\u0003\u0001\u00ff\u0080\n\u0000\r\n\r\n")),
                badResponse("another-protocol", unfinished("SSH-2.0-OpenSSH_9.6" + END)),
                badResponse("a-request", unfinished("GET / HTTP/1.1" + END + END)),
                badResponse("a-body-without-head", unfinished("{\"a\": 1}" + END)),
                badResponse("status-missing", unfinished("HTTP/1.1" + END + sized("{}"))),
                badResponse("status-that-is-a-word", unfinished("HTTP/1.1 OK" + END + sized("{}"))),
                badResponse("status-negative", unfinished("HTTP/1.1 -200 OK" + END + sized("{}"))),
                badResponse("status-of-one-digit", unfinished("HTTP/1.1 2 OK" + END + sized("{}"))),
                badResponse("status-beyond-int", unfinished("HTTP/1.1 99999999999 OK" + END + sized("{}"))),
                badResponse("version-unknown", unfinished("HTTP/3.7 200 OK" + END + sized("{}"))),
                badResponse(
                        "switch-of-protocols", unfinished("HTTP/1.1 101 Switching" + END + "upgrade: x" + END + END)),
                badResponse("header-without-colon", unfinished(OK + "nothing" + END + sized("{}"))),
                badResponse("header-without-name", unfinished(OK + ": x" + END + sized("{}"))),
                badResponse("header-with-nul", unfinished(OK + "a\u0000b: x" + END + sized("{}"))),
                badResponse("header-of-100-kb", unfinished(OK + "x: " + "x".repeat(100_000) + END + END)));
    }
}
