/** Shows that what is packaged runs as AWS Lambda runs it. */
package dev.krakenflow.function.aws.proof;
