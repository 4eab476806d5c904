/**
 * The {@code start} arguments of clients: their templates, and where secrets and environment values come from. What is
 * resolved here goes to the client that opens and nowhere else. Knows nothing of any protocol.
 */
@NullMarked
package dev.krakenflow.client.start;

import org.jspecify.annotations.NullMarked;
