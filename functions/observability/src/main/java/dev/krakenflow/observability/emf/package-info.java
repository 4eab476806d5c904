/** Metrics as lines of the log, in the embedded metric format of CloudWatch: where a platform freezes processes nobody can scrape them. */
@NullMarked
package dev.krakenflow.observability.emf;

import org.jspecify.annotations.NullMarked;
