/**
 * What a start costs, from the process to its first answer: the packaged pipeline function beside a bare application of the
 * same extensions, both with the flags and the AOT cache that the images have.
 */
@NullMarked
package dev.krakenflow.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
