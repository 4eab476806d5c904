/** The samples of this repository as tests: one table of their cases, run through the engine and over HTTP. */
@NullMarked
package dev.krakenflow.standalone.samples;

import org.jspecify.annotations.NullMarked;
