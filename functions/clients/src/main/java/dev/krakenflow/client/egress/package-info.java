/**
 * Which addresses services may be called at: how hosts are spelled, how names become addresses, and the rules that
 * every address has to pass before a connection is made to it. Knows nothing of any protocol.
 */
@NullMarked
package dev.krakenflow.client.egress;

import org.jspecify.annotations.NullMarked;
