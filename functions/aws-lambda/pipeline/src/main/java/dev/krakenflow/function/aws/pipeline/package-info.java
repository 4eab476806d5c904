/** The pipeline function on AWS Lambda: what it does with events that triggers bring, and when it is invoked directly. */
@NullMarked
package dev.krakenflow.function.aws.pipeline;

import org.jspecify.annotations.NullMarked;
