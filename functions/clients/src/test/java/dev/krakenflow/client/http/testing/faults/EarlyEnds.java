package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.communication;
import static dev.krakenflow.client.http.testing.faults.HttpText.CHUNKED;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.HttpText.chunk;
import static dev.krakenflow.client.http.testing.faults.Reply.thenFin;
import static dev.krakenflow.client.http.testing.faults.Reply.thenRst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections that end in the midst of an answer, in both ways that there are. */
final class EarlyEnds {

    private EarlyEnds() {}

    static List<Fault> list() {
        Map<String, String> written = new LinkedHashMap<>();
        written.put("before-the-head", "");
        written.put("in-the-status-line", "HTTP/1.1 20");
        written.put("in-the-head", OK_JSON);
        written.put("before-the-body", OK_JSON + "content-length: 9" + END + END);
        written.put("in-the-body", OK_JSON + "content-length: 9" + END + END + "{\"a\"");
        written.put("before-the-chunks", CHUNKED);
        written.put("in-a-chunk", CHUNKED + "5" + END + "{}");
        written.put("before-the-last-chunk", CHUNKED + chunk("{}"));
        written.put("in-the-trailer", CHUNKED + chunk("{}") + "0" + END + "x: y" + END);
        List<Fault> faults = new ArrayList<>();
        written.forEach((place, text) -> {
            faults.add(communication("fin-" + place, thenFin(text)));
            faults.add(communication("rst-" + place, thenRst(text)));
        });
        // Only an orderly end is the end of a body of unknown length.
        faults.add(communication("rst-in-a-body-until-fin", thenRst(OK_JSON + END + "{\"a\": 1}")));
        return faults;
    }
}
