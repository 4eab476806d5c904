/** Both functions in one process, over HTTP, with an embedded Redis. */
@NullMarked
package dev.krakenflow.standalone;

import org.jspecify.annotations.NullMarked;
