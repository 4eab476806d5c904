/** A service that shows who called it, and clients that call while a test changes what they call. */
@NullMarked
package dev.krakenflow.standalone.redefinition.testing;

import org.jspecify.annotations.NullMarked;
