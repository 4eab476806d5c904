/**
 * The embedded Redis: a real redis-server as a child process that starts and ends with this one, whatever way that ends.
 * Knows nothing of what is kept in it.
 */
@NullMarked
package dev.krakenflow.standalone.redis;

import org.jspecify.annotations.NullMarked;
