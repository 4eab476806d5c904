/** What tests need to send events through pipelines whose service breaks the rules. */
@NullMarked
package dev.krakenflow.standalone.faults.testing;

import org.jspecify.annotations.NullMarked;
