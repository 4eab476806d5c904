package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.timeout;
import static dev.krakenflow.client.http.testing.faults.HttpText.CHUNKED;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.HttpText.chunk;
import static dev.krakenflow.client.http.testing.faults.Reply.unfinished;

import java.time.Duration;
import java.util.List;

/** Answers that do not come, or a byte now and then, so that they never seem to be over. */
final class SlowAnswers {
    private static final Duration NOW_AND_THEN = Duration.ofMillis(10);

    private SlowAnswers() {}

    static List<Fault> list() {
        return List.of(
                timeout("silence", unfinished("")),
                timeout("silence-in-the-head", unfinished(OK_JSON)),
                timeout("silence-in-the-body", unfinished(OK_JSON + "content-length: 9" + END + END + "{")),
                timeout("slow-head", slow("", OK_JSON)),
                timeout("slow-body", slow(OK_JSON + "content-length: 90000" + END + END, " ")),
                timeout("slow-chunks", slow(CHUNKED, chunk(" "))),
                timeout("slow-hints", slow("", "HTTP/1.1 103 Early Hints" + END + END)));
    }

    private static Reply slow(String begin, String part) {
        return client -> {
            client.write(begin);
            while (true) {
                client.trickle(part, NOW_AND_THEN);
            }
        };
    }
}
