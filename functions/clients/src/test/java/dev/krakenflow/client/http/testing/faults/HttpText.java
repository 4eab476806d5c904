package dev.krakenflow.client.http.testing.faults;

/** What answers are made of: characters that stand for one byte each. */
final class HttpText {
    static final String END = "\r\n";
    static final String OK = "HTTP/1.1 200 OK\r\n";
    static final String OK_JSON = OK + "content-type: application/json\r\n";
    static final String CHUNKED = OK_JSON + "transfer-encoding: chunked\r\n\r\n";

    private HttpText() {}

    /** A whole answer with a body of JSON, which may be none. */
    static String json(String body) {
        return OK_JSON + sized(body);
    }

    /** The last header and the body. */
    static String sized(String body) {
        return "content-length: " + body.length() + END + END + body;
    }

    static String chunk(String data) {
        return Integer.toHexString(data.length()) + END + data + END;
    }
}
