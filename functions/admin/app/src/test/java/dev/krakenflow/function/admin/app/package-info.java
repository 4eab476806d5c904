/** The admin function as it is deployed, but with a store in memory. */
@NullMarked
package dev.krakenflow.function.admin.app;

import org.jspecify.annotations.NullMarked;
