package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.badResponse;
import static dev.krakenflow.client.http.testing.faults.Fault.timeout;
import static dev.krakenflow.client.http.testing.faults.HttpText.CHUNKED;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.chunk;
import static dev.krakenflow.client.http.testing.faults.Reply.unfinished;

import java.util.List;

/** Chunks that do not follow each other as they should. */
final class BrokenChunks {

    private BrokenChunks() {}

    static List<Fault> list() {
        return List.of(
                timeout("chunks-without-last", unfinished(CHUNKED + chunk("{}"))),
                timeout("chunk-shorter-than-its-size", unfinished(CHUNKED + "64" + END + "{}")),
                badResponse(
                        "chunk-longer-than-its-size", unfinished(CHUNKED + "1" + END + "{\"a\": 1}" + END + chunk(""))),
                badResponse("chunk-size-no-number", unfinished(CHUNKED + "two" + END + "{}" + END)),
                badResponse("chunk-size-negative", unfinished(CHUNKED + "-2" + END + "{}" + END)),
                badResponse("chunk-size-missing", unfinished(CHUNKED + END + "{}" + END)),
                badResponse("chunk-size-beyond-int", unfinished(CHUNKED + "ffffffff" + END + "{}" + END)),
                badResponse("chunk-size-beyond-long", unfinished(CHUNKED + "f".repeat(20) + END + "{}" + END)));
    }
}
