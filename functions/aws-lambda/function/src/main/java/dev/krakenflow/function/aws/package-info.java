/** What AWS Lambda brings: payloads of its triggers as requests and events, and answers as it wants them. */
@NullMarked
package dev.krakenflow.function.aws;

import org.jspecify.annotations.NullMarked;
