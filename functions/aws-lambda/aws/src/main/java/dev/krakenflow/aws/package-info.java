/**
 * What the functions use of AWS where they run on it, wired for Quarkus: casts in SQS, secrets of Secrets Manager. Nothing of
 * AWS' SDK is loaded before one of them is needed.
 */
@NullMarked
package dev.krakenflow.aws;

import org.jspecify.annotations.NullMarked;
