/** What the start of the pipeline function is compared with. */
@NullMarked
package dev.krakenflow.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
