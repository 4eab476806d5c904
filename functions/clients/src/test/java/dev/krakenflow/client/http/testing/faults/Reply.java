package dev.krakenflow.client.http.testing.faults;

import java.io.IOException;

/** What the server does when it was asked. Runs on the connection's own thread, and may block it. */
@FunctionalInterface
interface Reply {

    /** @throws IOException when the client has gone */
    void to(Peer client) throws IOException;

    /** Writes a text, and waits for the next request. */
    static Reply text(String text) {
        return client -> client.write(text);
    }

    /** Writes a text, and nothing ever again. */
    static Reply unfinished(String text) {
        return client -> {
            client.write(text);
            client.stall();
        };
    }

    /** Writes a text, and ends the connection in an orderly way. */
    static Reply thenFin(String text) {
        return client -> {
            client.write(text);
            client.fin();
        };
    }

    /** Writes a text, and resets the connection. */
    static Reply thenRst(String text) {
        return client -> {
            client.write(text);
            client.rst();
        };
    }

    /** Writes a text, and then another again and again, as fast as the client takes it. */
    static Reply endless(String begin, String part) {
        return client -> {
            client.write(begin);
            client.writeEndlessly(part);
        };
    }
}
