/** What the standalone shows of its runs, and what it does not. */
@NullMarked
package dev.krakenflow.standalone.observation;

import org.jspecify.annotations.NullMarked;
