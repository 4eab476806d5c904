package dev.krakenflow.client.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * An answer as it came over the wire, read to its end.
 *
 * @param status from 200 to 599 (others are possible, and mean what their class means)
 * @param headers as received
 * @param body as received: not decompressed
 */
record Answer(int status, MultiMap headers, Buffer body) {}
