/** Fakes of what AWS Lambda hands to functions. */
@NullMarked
package dev.krakenflow.function.aws.testing;

import org.jspecify.annotations.NullMarked;
