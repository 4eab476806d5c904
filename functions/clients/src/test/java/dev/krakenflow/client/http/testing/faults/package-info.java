/**
 * A server on the loopback interface that breaks the rules of HTTP, or breaks, as the path of each request asks it to, and
 * counts what came of it. Plain sockets with one thread a connection, since no library would send what it sends. It knows
 * nothing of the client that it is there to annoy.
 */
@NullMarked
package dev.krakenflow.client.http.testing.faults;

import org.jspecify.annotations.NullMarked;
