package dev.krakenflow.client.http.testing.faults;

import static dev.krakenflow.client.http.testing.faults.Fault.well;
import static dev.krakenflow.client.http.testing.faults.HttpText.END;
import static dev.krakenflow.client.http.testing.faults.HttpText.OK_JSON;
import static dev.krakenflow.client.http.testing.faults.HttpText.chunk;
import static dev.krakenflow.client.http.testing.faults.HttpText.json;
import static dev.krakenflow.client.http.testing.faults.HttpText.sized;

import java.time.Duration;
import java.util.List;

/** Answers as they should be, {@code {"key": <the key of the request>}}, some in ways that are seldom seen. */
final class RightAnswers {
    private static final String HINT = "HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";

    private RightAnswers() {}

    static List<Fault> list() {
        return List.of(
                well("well", client -> client.write(json(body(client)))),
                well("well-after-20ms", client -> {
                    client.pause(Duration.ofMillis(20));
                    client.write(json(body(client)));
                }),
                well("well-byte-by-byte", client -> client.trickle(json(body(client)), Duration.ofMillis(1))),
                well(
                        "well-in-chunks",
                        client -> client.write(OK_JSON + "transfer-encoding: chunked" + END + END
                                + chunk(body(client).substring(0, 1))
                                + chunk(body(client).substring(1)) + chunk(""))),
                well("well-until-fin", client -> {
                    client.write(OK_JSON + END + body(client));
                    client.fin();
                }),
                well(
                        "well-with-more-behind",
                        client -> client.write(json(body(client)) + json("{\"key\": \"other\"}"))),
                well("well-and-close", client -> {
                    client.write(OK_JSON + "connection: close" + END + sized(body(client)));
                    client.fin();
                }),
                well(
                        "well-after-continue",
                        client -> client.write("HTTP/1.1 100 Continue\r\n\r\n" + json(body(client)))),
                well("well-after-fifty-hints", client -> client.write(HINT.repeat(50) + json(body(client)))));
    }

    /** Whole answers behind which the server ends the connection, without having said so. */
    static List<Fault> partings() {
        return List.of(
                well("well-then-fin", client -> {
                    client.write(json(body(client)));
                    client.fin();
                }),
                well("well-then-rst", client -> {
                    client.write(json(body(client)));
                    client.rst();
                }));
    }

    private static String body(Peer client) {
        return "{\"key\": \"" + Script.of(client.target()).key() + "\"}";
    }
}
