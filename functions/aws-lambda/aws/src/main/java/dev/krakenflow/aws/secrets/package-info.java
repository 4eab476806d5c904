/**
 * Secrets of AWS Secrets Manager: those of definitions, and those of the function itself as settings. Read once, when a
 * process starts; a function that is to see another value is started again. Knows nothing of what they are for.
 */
@NullMarked
package dev.krakenflow.aws.secrets;

import org.jspecify.annotations.NullMarked;
