/**
 * Casts that SQS carries. Knows nothing of who receives them: SQS invokes the pipeline function. Only {@code SdkMessages}
 * needs the SDK, so that nothing of it is loaded before something is cast.
 */
@NullMarked
package dev.krakenflow.aws.sqs;

import org.jspecify.annotations.NullMarked;
