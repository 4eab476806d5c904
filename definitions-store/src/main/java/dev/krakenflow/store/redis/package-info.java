/**
 * The definition store in Redis (commands of 6.2 only, alone or as a cluster), and the one pipelined connection that
 * everything kept in Redis goes through: memos, values by key, answers given again, limits, cached results and casts too;
 * only who consumes casts has connections of its own. Bytes of definitions and plans are written first, as blobs that never
 * change; one script then flips pointers to them, so that no reader ever waits for a large write. Knows nothing of how
 * definitions are compiled.
 */
@NullMarked
package dev.krakenflow.store.redis;

import org.jspecify.annotations.NullMarked;
