/** Tests of streams in virtual time, with callers and runs that do what a test says. */
@NullMarked
package dev.krakenflow.function.pipeline.stream;

import org.jspecify.annotations.NullMarked;
