/**
 * The ports to what policies share between processes: counted calls and cached results. Knows nothing of the policies, nor
 * of Redis; its adapters stand beside those of the store.
 */
@NullMarked
package dev.krakenflow.policy;

import org.jspecify.annotations.NullMarked;
