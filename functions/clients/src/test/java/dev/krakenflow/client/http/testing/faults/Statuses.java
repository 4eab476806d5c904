package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.Fault.well;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.sized;
import static dev.krakenflow.client.http.testing.faults.Reply.text;

import java.io.IOException;
import java.util.List;

/** Answers that are as they should be, and say no, or send away. */
final class Statuses {

    private Statuses() {}

    static List<Fault> list() {
        return List.of(
                refusal(404, "", "{}"),
                refusal(429, "retry-after: 1" + END, "{}"),
                refusal(500, "content-type: application/json" + END, "<not json>"),
                refusal(503, "", ""),
                refusal(599, "", "?"),
                well("status-204-with-body", text("HTTP/1.1 204 No Content" + END + sized("{}"))),
                badResponse("redirect-to-itself", Statuses::redirect),
                badResponse(
                        "redirect-to-no-url",
                        text("HTTP/1.1 302 Found" + END + "location: ht tp://" + END + sized(""))),
                badResponse(
                        "redirect-to-a-file",
                        text("HTTP/1.1 302 Found" + END + "location: file:///x" + END + sized(""))));
    }

    private static Fault refusal(int status, String headers, String body) {
        return new Fault(
                "status-" + status, "http." + status, text("HTTP/1.1 " + status + " No" + END + headers + sized(body)));
    }

    private static void redirect(Peer client) throws IOException {
        client.write("HTTP/1.1 302 Found" + END + "location: " + client.target() + END + sized(""));
    }
}
