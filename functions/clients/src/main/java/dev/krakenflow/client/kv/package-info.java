/**
 * The service client that reads and writes keys and values.
 * It speaks to a port and does not know which database stands behind it.
 */
@NullMarked
package dev.krakenflow.client.kv;

import org.jspecify.annotations.NullMarked;
