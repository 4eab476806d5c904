package dev.krakenflow.client.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;

/**
 * An answer as it came over the wire, read to its end.
 *
 * @param status from 200 to 599 (others are possible, and mean what their class means)
 * @param headers as received
 * @param body as received: not decompressed
 */
record Answer(int status, MultiMap headers, Buffer body) {

    /** Whether it announces a body where none may be (RFC 9110, 8.6): who says so may send one. */
    boolean announcesMore() {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return status == 204
                && (headers.contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0")));
    }
}
