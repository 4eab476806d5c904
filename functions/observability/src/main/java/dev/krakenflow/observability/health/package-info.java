/** Tells, beside whether a process is alive and ready, how what it needs is. */
@NullMarked
package dev.krakenflow.observability.health;

import org.jspecify.annotations.NullMarked;
