/** A real HTTP server around the front door, on a free port of the loopback address. */
@NullMarked
package dev.krakenflow.function.http.testing;

import org.jspecify.annotations.NullMarked;
