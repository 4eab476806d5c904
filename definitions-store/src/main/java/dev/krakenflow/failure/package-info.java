/**
 * What can go wrong in a run or a request: the codes of RFC 9457 problems, with their HTTP status, and the failure that
 * carries one. Knows nothing of HTTP, of definitions or of who reports it.
 */
@NullMarked
package dev.krakenflow.failure;

import org.jspecify.annotations.NullMarked;
